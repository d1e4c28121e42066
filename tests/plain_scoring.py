"""
Scoring once more, written from the documentation alone: plain, slow, for one purpose.

It reads the JSON of a questionnaire and knows nothing of the engine. An answer is
``None`` for blank, ``"?"`` for don't know, ``"-"`` for not applicable, or a tuple with
just the given value. A panel is a list of pairs of a role and such answers by item.
"""

from fractions import Fraction
from statistics import median

UNKNOWN, IRRELEVANT = "?", "-"
OVER_ITEMS = {"mean", "total", "percent", "median", "extreme"}


class Withheld(Exception):
    """There is no value; the argument says why."""


def exact(number):
    """A number as it is written."""
    return Fraction(str(number))


def mean(numbers):
    """The sum by the number."""
    return sum(numbers, Fraction()) / len(numbers)


def within(number, limits):
    """Whether a number is within what an object says of limits."""
    tests = {
        "above": lambda limit: number > limit,
        "at_least": lambda limit: number >= limit,
        "below": lambda limit: number < limit,
        "at_most": lambda limit: number <= limit,
    }
    return all(tests[key](exact(limits[key])) for key in tests if key in limits)


def rounded(number, decimals):
    """Half away from zero."""
    shifted = abs(number) * 10**decimals
    whole = int(shifted)
    if shifted - whole >= Fraction(1, 2):
        whole += 1
    return Fraction(whole if number >= 0 else -whole, 10**decimals)


def named(listed, id):
    """The one with an id."""
    (found,) = (each for each in listed if each["id"] == id)
    return found


class Plain:
    """The scores of one panel; *alone* when it is a single response."""

    def __init__(self, raw, panel, *, alone):
        self.raw, self.panel, self.alone = raw, panel, alone
        self.items = {
            each["key"]: each for part in raw["sections"] for each in part["items"]
        }

    def rule(self, id):
        """The rule of a score."""
        return named(self.raw["scores"], id)["rule"]

    def options(self, kind):
        """The options of a choice."""
        return named(self.raw["scales"], kind["scale"])["options"]

    def points(self, key, answer):
        """What a given answer is worth, or None."""
        kind = self.items[key]["answer"]
        if kind["kind"] == "choice":
            options = self.options(kind)
            (option,) = (each for each in options if each["value"] == answer[0])
            worth = option.get("points", option["value"])
            return None if isinstance(worth, str) else exact(worth)
        if kind["kind"] != "number":
            return None
        number = exact(answer[0])
        for step in kind.get("steps", ()):
            if within(number, step):
                return exact(step["points"])
        return None if kind.get("steps") else number

    def span(self, key):
        """The lowest and the highest that an item can be worth."""
        kind = self.items[key]["answer"]
        if kind["kind"] == "choice":
            found = [self.points(key, (each["value"],)) for each in self.options(kind)]
            every = [each for each in found if each is not None]
        elif kind.get("steps"):
            every = [exact(each["points"]) for each in kind["steps"]]
        else:
            every = [exact(kind["minimum"]), exact(kind["maximum"])]
        return min(every), max(every)

    def number(self, key, state):
        """How many answers to an item are in a state."""
        answers = [each.get(key) for _, each in self.panel]
        if state == "given":
            return sum(isinstance(each, tuple) for each in answers)
        return answers.count(state)

    def in_base(self, key):
        """Whether an item counts."""
        stands = self.number(key, "given") + self.number(key, UNKNOWN)
        return stands > 0 or self.number(key, IRRELEVANT) == 0

    def role_means(self, key, instead):
        """The mean of each role; *instead* is what missing answers count as."""
        by_role = {}
        for role, answers in self.panel:
            answer = answers.get(key)
            if isinstance(answer, tuple):
                worth = self.points(key, answer)
            else:
                worth = instead.get(answer)
            if worth is not None:
                by_role.setdefault(role, []).append(worth)
        return {role: mean(listed) for role, listed in by_role.items()}

    def policy(self, rule):
        """What is done with don't know and blank."""
        missing, blank = rule.get("missing", {}), "skip"
        if rule["kind"] == "total" and not {"prorate", "least"} & set(missing):
            blank = "withhold"
        return {"dont_know": "skip", "blank": blank, **missing}

    def counted(self, rule, key, value):
        """A value turned round and moved, as the rule wants it."""
        low, high = self.span(key)
        if key in rule.get("reverse", ()):
            value = low + high - value
        if "rescale" in rule and high != low:
            start, end = map(exact, rule["rescale"])
            value = start + (value - low) * (end - start) / (high - low)
        return value

    def over_items(self, rule):
        """The value of a rule over items."""
        policy, states = self.policy(rule), {UNKNOWN: "dont_know", None: "blank"}
        instead = {
            state: exact(policy["count_as"])
            for state, name in states.items()
            if policy[name] == "count"
        }
        base = [key for key in rule["of"] if self.in_base(key)]
        values = {}
        for key in base:
            means = self.role_means(key, instead)
            if means:
                values[key] = self.counted(rule, key, mean(list(means.values())))
        unknown = any(self.number(key, UNKNOWN) for key in rule["of"])
        lacking = len(base) - len(values)
        if (
            (policy["dont_know"] == "withhold" and unknown)
            or (policy["blank"] == "withhold" and lacking)
            or ("prorate" in policy and lacking > policy["prorate"])
            or ("least" in policy and len(values) < exact(policy["least"]) * len(base))
        ):
            raise Withheld("not_assessed")
        if not values:
            raise Withheld("no_answers")
        return self.put_together(rule, values, base)

    def put_together(self, rule, values, base):
        """One value of the items' values."""
        folds = {
            "median": lambda listed: Fraction(median(listed)),
            "extreme": min if rule.get("pick") == "lowest" else max,
        }
        if rule["kind"] in folds:
            return folds[rule["kind"]](values.values())
        weights = {
            key: exact(rule.get("weights", {}).get(key, 1)) for key in rule["of"]
        }
        total = sum((weights[key] * each for key, each in values.items()), Fraction())
        known = sum(weights[key] for key in values)
        if rule["kind"] == "mean":
            return total / known
        if rule["kind"] == "total":
            raised = "prorate" in rule.get("missing", {})
            return (
                total * sum(weights[key] for key in base) / known if raised else total
            )
        tops = (
            weights[key] * max(self.counted(rule, key, end) for end in self.span(key))
            for key in values
        )
        return 100 * total / sum(tops)

    def holds(self, condition):
        """Whether a condition is true of the one response."""
        for name, every in (("all", all), ("any", any)):
            if name in condition:
                return every(self.holds(each) for each in condition[name])
        if "not" in condition:
            return not self.holds(condition["not"])
        answer = self.panel[0][1].get(condition["item"])
        given = isinstance(answer, tuple)
        if "answered" in condition:
            return given is condition["answered"]
        if not given:
            return False
        if {"equals", "one_of"} & set(condition):
            return answer[0] in condition.get("one_of", [condition.get("equals")])
        return not isinstance(answer[0], str) and within(exact(answer[0]), condition)

    def asked(self, condition):
        """The items that a condition looks at."""
        if "item" in condition:
            return {condition["item"]}
        inner = condition.get("all") or condition.get("any") or [condition["not"]]
        return set().union(*(self.asked(each) for each in inner))

    def count(self, rule):
        """How many conditions hold, or their share."""
        if len(self.panel) != 1:
            raise Withheld("one_response_only")
        if rule.get("missing") == "withhold":
            wanted = set().union(*(self.asked(each) for each in rule["where"]))
            answers = self.panel[0][1]
            if not all(isinstance(answers.get(key), tuple) for key in wanted):
                raise Withheld("not_assessed")
        held = sum(self.holds(each) for each in rule["where"])
        return Fraction(held, len(rule["where"]) if rule.get("share") else 1)

    def decide(self, rule):
        """The place of the first case that fits."""
        tests = [test for case in rule["cases"] for test in case.get("when", ())]
        values = {test["score"]: self.value(test["score"]) for test in tests}
        for place, case in enumerate(rule["cases"]):
            if all(
                within(values[each["score"]], each) for each in case.get("when", ())
            ):
                return Fraction(place)
        raise Withheld("no_case")

    def combine(self, rule):
        """One number of several scores."""
        values = []
        for id in rule["of"]:
            try:
                values.append(self.value(id))
            except Withheld:
                if rule.get("missing") != "skip":
                    raise
        if not values:
            raise Withheld("no_answers")
        makes = {
            "mean": mean, "sum": sum, "median": median, "lowest": min, "highest": max
        }  # fmt: skip
        return Fraction(makes[rule["by"]](values))

    def linear(self, rule):
        """A constant plus weighted scores."""
        values = [
            (exact(each.get("weight", 1)), self.value(each["score"]))
            for each in rule["terms"]
        ]
        start = exact(rule.get("constant", 0))
        return sum((weight * value for weight, value in values), start)

    def look_up(self, rule):
        """The points of the first step that a score is within."""
        value, steps = self.value(rule["score"]), rule["steps"]
        return next(exact(each["points"]) for each in steps if within(value, each))

    def value(self, id):
        """The exact value of a score; raises Withheld when there is none."""
        self.enough(id)
        rule = self.rule(id)
        if rule["kind"] in OVER_ITEMS:
            return self.over_items(rule)
        if rule["kind"] == "rounded":
            return rounded(self.value(rule["score"]), rule.get("decimals", 0))
        ways = {
            "count": self.count,
            "linear": self.linear,
            "combine": self.combine,
            "lookup": self.look_up,
            "decision": self.decide,
        }
        return ways[rule["kind"]](rule)

    def stands_on(self, id):
        """The items of a score, also through other scores."""
        rule, found = self.rule(id), set()
        if rule["kind"] in OVER_ITEMS:
            found |= set(rule["of"])
        for condition in rule.get("where", ()):
            found |= self.asked(condition)
        others = [each["score"] for each in rule.get("terms", ())]
        others += rule["of"] if rule["kind"] == "combine" else []
        others += [rule["score"]] if "score" in rule else []
        for case in rule.get("cases", ()):
            others += [each["score"] for each in case.get("when", ())]
        return found.union(*(self.stands_on(each) for each in others))

    def base(self, id):
        """Items in the base, items answered, roles and respondents."""
        base = [key for key in self.stands_on(id) if self.in_base(key)]
        by_role = {key: self.role_means(key, {}) for key in base}
        return {
            "items": len(base),
            "answered": sum(bool(each) for each in by_role.values()),
            "roles": len(set().union(*by_role.values())),
            "respondents": max((self.number(k, "given") for k in base), default=0),
        }

    def enough(self, id):
        """Raise Withheld when there is too little to go by."""
        score = named(self.raw["scores"], id)
        if "sufficiency" not in score:
            return
        wanted, base = (
            named(self.raw["sufficiency"], score["sufficiency"]),
            self.base(id),
        )
        if base["items"] < wanted.get("items", 1):
            raise Withheld("too_few_items")
        if not base["answered"]:
            raise Withheld("no_answers")
        few = base["answered"] < exact(wanted.get("share", 0)) * base["items"]
        for each in ("roles", "respondents"):
            few = few or (not self.alone and base[each] < wanted.get(each, 0))
        if few:
            raise Withheld("insufficient_basis")

    def closed(self, cap):
        """Whether any gate of a cap keeps the band down."""
        for key in cap["items"]:
            means = self.role_means(key, {}).values()
            if self.number(key, UNKNOWN) or (self.in_base(key) and not means):
                return True
            if means and min(means) < exact(cap["below"]):
                return True
        return False

    def band(self, id, value):
        """The code of the band of a value."""
        score, rule = named(self.raw["scores"], id), self.rule(id)
        if rule["kind"] == "decision":
            return rule["cases"][int(value)]["code"]
        if "bands" not in score:
            return None
        bands = named(self.raw["bands"], score["bands"])["bands"]
        codes = [each["code"] for each in bands]
        place = max(n for n, each in enumerate(bands) if within(value, each))
        caps = [each["band"] for each in score.get("caps", ()) if self.closed(each)]
        return codes[min([place, *map(codes.index, caps)])]

    def result(self, id):
        """All that is said of a score."""
        keys = self.stands_on(id)
        given, unknown = (
            sum(self.number(key, state) for key in keys) for state in ("given", UNKNOWN)
        )
        coverage = Fraction(given, given + unknown) if given + unknown else None
        gap = exact(self.raw.get("panel", {}).get("knowledge_gap", 0))
        found = {
            "value": None,
            "shown": None,
            "band": None,
            "withheld": None,
            "base": self.base(id),
            "coverage": coverage,
            "knowledge_gap": coverage is not None and coverage < gap,
        }
        try:
            value = self.value(id)
        except Withheld as why:
            return {**found, "withheld": str(why)}
        decimals = named(self.raw["scores"], id).get("decimals", 0)
        shown = float(rounded(value, decimals))
        return {**found, "value": value, "shown": shown, "band": self.band(id, value)}
