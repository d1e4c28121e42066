"""How cells look: the theme as XlsxWriter formats, each made once per workbook."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from model_forms.theme import PLAIN, Theme
from model_forms_excel.house import NO_HOUSE, House, Look

Options = dict[str, object]


def _plain(theme: Theme) -> Options:
    return {
        "font_name": theme.font,
        "font_size": theme.body_size,
        "font_color": f"#{theme.ink}",
        "valign": "vcenter",
    }


def looks(theme: Theme) -> dict[str, Options]:
    """Return what each kind of cell looks like."""
    rule: Options = {"bottom": 1, "bottom_color": f"#{theme.line}"}
    quiet: Options = {"font_color": f"#{theme.quiet}", "font_size": theme.small_size}
    brand: Options = {"font_color": f"#{theme.brand}", "bold": True}
    heading: Options = {**brand, "font_size": 13, "bottom": 2, "valign": "bottom"}
    heading["bottom_color"] = f"#{theme.brand}"
    entry: Options = {
        "locked": False,
        "text_wrap": True,
        "border": 1,
        "bg_color": f"#{theme.input_fill}",
        "border_color": f"#{theme.input_border}",
        "indent": 1,
    }
    remark = {**entry, "bg_color": "#FDFDFB", "border_color": f"#{theme.line}"}
    return {
        **_tables(theme, entry, remark, quiet),
        "plain": {},
        "bar": {"bg_color": f"#{theme.brand}"},
        "title": {**brand, "font_size": theme.title_size},
        "subtitle": {"font_color": f"#{theme.quiet}", "font_size": theme.body_size + 1},
        "small": quiet,
        "hidden": quiet,
        "id": {**quiet, "align": "right", "valign": "top"},
        "header": {
            "bold": True,
            "font_color": f"#{theme.on_brand}",
            "bg_color": f"#{theme.brand}",
            "indent": 1,
        },
        "section": heading,
        "progress": {**heading, **quiet, "bold": False, "align": "left", "indent": 1},
        "intro": {"italic": True, "font_color": f"#{theme.quiet}", "text_wrap": True},
        "link": {"font_color": f"#{theme.brand}", "underline": 1, "text_wrap": True},
        "code": {**rule, **quiet},
        "question": {**rule, "text_wrap": True},
        "part": {**rule, "text_wrap": True, "indent": 2},
        "group": {**rule, "text_wrap": True, "valign": "bottom"},
        "row": {**brand, "bottom": 1, "bottom_color": f"#{theme.line}"},
        "label": {**entry, "bold": True, "num_format": "@"},
        "text": {**entry, "num_format": "@", "valign": "top"},
        "number": {**entry, "bold": True, "align": "left", "num_format": "General"},
        "date": {**entry, "bold": True, "align": "left", "num_format": "dd-mm-yyyy"},
        "remark": {**remark, "num_format": "@"},
        "cover_label": {"bold": True, "font_color": f"#{theme.quiet}"},
        "cover_text": {**rule, "text_wrap": True},
        "option": {**rule, "indent": 1, "text_wrap": True},
        "strong": {**rule, "bold": True, "indent": 1},
    }


def _tables(
    theme: Theme, entry: Options, remark: Options, quiet: Options
) -> dict[str, Options]:
    """Return what the cells of repeating tables look like."""
    aside: Options = {"indent": 1, "align": "left"}
    brand: Options = {
        "font_color": f"#{theme.on_brand}",
        "bg_color": f"#{theme.brand}",
        **aside,
    }
    formats = {"label": "@", "text": "@", "number": "General", "date": "dd-mm-yyyy"}
    numbers: Options = {**quiet, "align": "center"}
    lined: Options = {"border": 1, "border_color": f"#{theme.line}", **aside}
    proposal: Options = {**quiet, "font_size": theme.body_size - 1, "italic": True}
    found: dict[str, Options] = {
        "table_code": {**brand, "font_size": theme.small_size, "valign": "bottom"},
        "table_head": {**brand, "bold": True, "text_wrap": True, "valign": "top"},
        "table_note": {
            **quiet, **aside, "text_wrap": True, "valign": "top", "italic": True,
            "bg_color": "#EEF3F6", "bottom": 2, "bottom_color": f"#{theme.brand}",
        },
        "cell_parent": {**entry, "align": "center"},
        "cell_nr": {**lined, **numbers},
        "cell_proposal": {**lined, **proposal, "text_wrap": True},
        "cell_remark": {**remark, "num_format": "@"},
        "below_parent": {"align": "center"},
        "below_nr": numbers,
        "below_proposal": quiet,
        "below_remark": {"num_format": "@", "text_wrap": True},
    }  # fmt: skip
    for kind, shown in formats.items():
        plain: Options = {
            "num_format": shown, "text_wrap": True, **aside, "locked": False,
        }  # fmt: skip
        found[f"below_{kind}"] = plain
        found[f"cell_{kind}"] = {**entry, **plain}
        found[f"proposed_{kind}"] = {
            **entry, **plain, "italic": True, "bg_color": "#E6EDF4",
            "font_color": f"#{theme.quiet}",
        }  # fmt: skip
    return found


@frozen
class Styles:
    """
    The formats of one workbook, by the name of the look.

    What the styles of a *house* say of a look comes before the theme.
    """

    book: Any
    theme: Theme = PLAIN
    house: House = NO_HOUSE
    _made: dict[str, Any] = field(factory=dict, init=False)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  XlsxWriter is untyped
        return self.variant(name)

    def variant(self, name: str, **more: object) -> Any:  # noqa: ANN401
        """Return the look *name* with *more* of XlsxWriter's options."""
        key = f"{name} {sorted(more.items())}" if more else name
        if key not in self._made:
            own = self.house.looks.get(name, {})
            found = looks(self.theme)[name]
            options = {**_plain(self.theme), **found, **own, **more}
            self._made[key] = self.book.add_format(options)
        return self._made[key]

    def made(self, look: Look) -> Any:  # noqa: ANN401  as above
        """Return the format of a cell that is the house's own."""
        key = f"= {sorted(look.items())}"
        if key not in self._made:
            self._made[key] = self.book.add_format({**look})
        return self._made[key]
