"""The one exception of those who read returned files; nothing of it leaves them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath
from traceback import extract_tb

from attrs import Factory, frozen

log = logging.getLogger("model_forms")


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


@contextmanager
def refusing_what_breaks(*passed: type[Exception]) -> Iterator[None]:
    """
    Turn whatever a stranger's file makes a parser raise into ``damaged``.

    It goes around the parsing alone: what is wrong with the answers is found later,
    where an error comes out as itself. Where it broke is logged, and not with which
    words, which may be a partner's. What is *passed* comes out as it is.
    """
    try:
        yield
    except Refused:
        raise
    # zipfile, zlib, expat and the number formats can be broken in more ways than can
    # be listed, and one bad file must not stop a hundred good ones.
    except Exception as error:
        if isinstance(error, passed):
            raise
        last = extract_tb(error.__traceback__)[-1]
        kind, where = type(error).__name__, PurePath(last.filename).name
        log.warning("a file from outside broke at %s:%s (%s)", where, last.lineno, kind)
        raise Refused("damaged", {"reason": kind}) from error
