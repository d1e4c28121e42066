"""Every kind of rule, with its name in a questionnaire. There are no others."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.rules.combine import Combine
from model_forms.rules.count import Count
from model_forms.rules.decision import Decision
from model_forms.rules.extreme import Extreme
from model_forms.rules.linear import Linear
from model_forms.rules.lookup import Lookup
from model_forms.rules.mean import Mean
from model_forms.rules.median import Median
from model_forms.rules.percent import Percent
from model_forms.rules.rounded import Rounded
from model_forms.rules.total import Total

Rule = (
    Mean
    | Total
    | Extreme
    | Median
    | Percent
    | Linear
    | Combine
    | Lookup
    | Rounded
    | Count
    | Decision
)

RULE_KINDS: Mapping[type[Rule], str] = {
    Mean: "mean",
    Total: "total",
    Extreme: "extreme",
    Median: "median",
    Percent: "percent",
    Linear: "linear",
    Combine: "combine",
    Lookup: "lookup",
    Rounded: "rounded",
    Count: "count",
    Decision: "decision",
}
