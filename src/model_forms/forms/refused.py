"""The one exception of those who read returned files; nothing of it leaves them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, frozen


@frozen
class Refused(Exception):
    """
    The file was not read; nothing of it should be used.

    *code* names the reason; who reads a format has the words for it. *detail* holds
    facts for a log (which part, which limit), never what somebody wrote.
    """

    code: str
    detail: Mapping[str, str | int] = Factory(dict)

    def __str__(self) -> str:
        facts = "".join(f" [{name}: {fact}]" for name, fact in self.detail.items())
        return f"{self.code}{facts}"
