"""The rhythm of a pack's work, and the annual wheel that it gives."""

from model_forms.programme.definition import (
    PROGRAMME_FORMAT,
    programme_findings,
    programme_from,
)
from model_forms.programme.installed import (
    installed_findings,
    programmes,
    read_programme,
    the_programme,
)
from model_forms.programme.month import Month, month_from
from model_forms.programme.page import (
    leaders,
    period,
    wheel_blocks,
    wheel_report,
    wheel_table,
)
from model_forms.programme.values import Occasion, Part, Programme, Step, Tool, Wheel
from model_forms.programme.verb import plan
from model_forms.programme.wheel import annual_wheel, wheel_to

__all__ = [
    "PROGRAMME_FORMAT",
    "Month",
    "Occasion",
    "Part",
    "Programme",
    "Step",
    "Tool",
    "Wheel",
    "annual_wheel",
    "installed_findings",
    "leaders",
    "month_from",
    "period",
    "plan",
    "programme_findings",
    "programme_from",
    "programmes",
    "read_programme",
    "the_programme",
    "wheel_blocks",
    "wheel_report",
    "wheel_table",
    "wheel_to",
]
