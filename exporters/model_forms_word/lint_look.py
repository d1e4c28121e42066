"""How words look: colours, size and weight, as properties of markup say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from model_forms.accessibility.colours import is_colour, mixed
from model_forms.accessibility.outline import BLACK, WHITE
from model_forms.theme import contrast
from model_forms_word.read_markup import attribute, name

AUTO = "auto"
OFF = frozenset({"0", "false", "off", "none"})
# What the colours of a document are called in the theme's own part.
_SLOTS = {
    "dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1",
    "dark2": "dk2", "text2": "dk2", "light2": "lt2", "background2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS = {
    "black": BLACK, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00",
    "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00", "white": WHITE,
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


@frozen
class Colours:
    """The colours of the document's theme, by their short names."""

    theme: Mapping[str, str]

    @classmethod
    def of(cls, root: Element | None) -> Colours:
        """Return those in the theme's part."""
        found: dict[str, str] = {}
        for scheme in root.iter() if root is not None else ():
            if name(scheme) == "clrScheme":
                for slot in scheme:
                    value = _first_colour(slot)
                    if is_colour(value):
                        found[name(slot)] = value.upper()
        return cls(found)

    @staticmethod
    def known(colour: str) -> bool:
        """Tell whether *colour* is written in hexadecimal digits."""
        return is_colour(colour)

    def read(self, element: Element, value: str, theme: str) -> str | None:
        """Return the colour in an attribute, or that of the theme with its tint."""
        slot = attribute(element, theme)
        base = self.theme.get(_SLOTS.get(slot, slot)) if slot else None
        if base is not None:
            lighter = _share(attribute(element, f"{theme.removesuffix('Color')}Tint"))
            darker = _share(attribute(element, f"{theme.removesuffix('Color')}Shade"))
            return mixed(mixed(base, WHITE, lighter), BLACK, darker)
        written = attribute(element, value)
        return written.upper() if is_colour(written) else (written or None)


def _first_colour(slot: Element) -> str:
    return next((attribute(e, "lastClr") or attribute(e, "val") for e in slot), "")


def _share(written: str) -> float:
    """Return how much is left of a colour: FF is all of it."""
    return int(written, 16) / 255 if written else 1.0


@frozen(kw_only=True)
class Look:
    """What properties say of words; None is not said. *size* is in half points."""

    ink: str | None = None
    ground: str | None = None
    size: float | None = None
    bold: bool | None = None
    language: str | None = None
    level: int | None = None
    listed: bool | None = None
    hidden: bool | None = None

    def over(self, base: Look) -> Look:
        """Return *base* with all that is said here."""
        said = {each: value for each, value in _said(self) if value is not None}
        return evolve(base, **said)  # type: ignore[arg-type]

    def inked(self, ground: str) -> str:
        """Return the colour of words on *ground*; Word chooses one where none is."""
        if self.ink is not None and is_colour(self.ink):
            return self.ink
        return max((BLACK, WHITE), key=lambda each: contrast(each, ground))


_FIELDS = ("ink", "ground", "size", "bold", "language", "level", "listed", "hidden")


def _said(look: Look) -> Iterator[tuple[str, object]]:
    return ((each, getattr(look, each)) for each in _FIELDS)


PLAIN = Look()


@frozen
class LookReader:
    """Reads properties into looks, in the colours of one document."""

    colours: Colours

    def of(self, *properties: Element | None) -> Look:
        """Return what some properties say together; the later ones win."""
        look = PLAIN
        for each in properties:
            for mark in below(each):
                look = self._mark(mark, name(mark), look)
        return look

    def _mark(self, mark: Element, kind: str, look: Look) -> Look:  # noqa: PLR0911  one for each
        value = attribute(mark, "val")
        match kind:
            case "color":
                return evolve(look, ink=self.colours.read(mark, "val", "themeColor"))
            case "sz":
                return evolve(look, size=float(value))
            case "b":
                return evolve(look, bold=value not in OFF)
            case "vanish":
                return evolve(look, hidden=value not in OFF)
            case "lang":
                return evolve(look, language=value or look.language)
            case "outlineLvl":
                return evolve(look, level=int(value))
            case "numPr":
                return evolve(look, listed=True)
            case "highlight":
                return evolve(look, ground=_HIGHLIGHTS.get(value, look.ground))
            case "shd":
                return evolve(look, ground=self._shade(mark, value) or look.ground)
        return look

    def _shade(self, mark: Element, pattern: str) -> str | None:
        """Return the colour behind: a fill, with so much of a pattern on it."""
        under = self.colours.read(mark, "fill", "themeFill")
        over = self.colours.read(mark, "color", "themeColor")
        share = _pattern(pattern)
        if not share:
            return under if under is not None and is_colour(under) else None
        below = under if under is not None and is_colour(under) else WHITE
        above = over if over is not None and is_colour(over) else BLACK
        return mixed(above, below, share)


def _pattern(value: str) -> float:
    if value == "solid":
        return 1.0
    number = value.removeprefix("pct")
    return int(number) / 100 if value.startswith("pct") and number.isdecimal() else 0.0


def below(element: Element | None) -> Iterator[Element]:
    """Yield what is right below *element*, if there is one."""
    if element is not None:
        yield from element


def child(element: Element | None, kind: str) -> Element | None:
    """Return the first *kind* right below *element*."""
    return next((each for each in below(element) if name(each) == kind), None)
