"""Finding the references in a text, in every spelling in use."""

import re
from collections.abc import Callable, Mapping

from corpus.references import identifiers, kamerstukken, proceedings
from corpus.references.pieces import level
from corpus.types import ReferenceMention

# A digit may be glued to the first word: the mark of the footnote that the reference stands in.
_ANCHOR = re.compile(
    r"(?<![^\W\d_])(?:"
    r"(?P<identifier>kst-\d|ah-(?:[te]k-)?\d|h-[te]k-\d|blg-\d|kv-tk-\d)"
    r"|(?P<appendix>Aanhangsel|Handelingen {0,2}\(?Aanhangsel)"
    r"|(?P<proceedings>(?-i:Handelingen|Hand\. |[TE]K (?=\d{1,3}-\d{1,2}-\d)))"
    r"|(?P<cited>kamerstuk|kamerdossier|dossier(?=nummer| )|kst\.? )"
    r"|(?P<chamber>(?-i:Tweede Kamer|Eerste Kamer|[TE]K )))"
    r"|(?<!\w)(?P<code>TZ\d{6}-|20\d\d[DZ]\d{5})"
    r"|(?<!\w)(?P<reversed>(?:nr|no|nummer)(?: ?\.)? {0,2}\d{1,4}(?: {0,2}\(| (?:in|van|uit|of) ))"
    r"|(?<![\w.,/€+-])(?<!€ )(?P<bare>[1-4]\d[ .-]{0,2}\d{3}(?!\d))"
    r"|(?<![\w.,/€-])(?P<year>(?:I{1,2} )?(?:19|20)\d\d ?[-/]{1,2} ?\d\d)",
    re.IGNORECASE,
)
_PARSERS: Mapping[str, Callable[[str, int], list[ReferenceMention]]] = {
    "identifier": identifiers.identifier,
    "appendix": proceedings.appendix,
    "proceedings": proceedings.proceedings,
    "cited": kamerstukken.cited,
    "chamber": kamerstukken.headed,
    "code": identifiers.code,
    "reversed": kamerstukken.reversed_order,
    "bare": kamerstukken.bare,
    "year": kamerstukken.headed,
}


def recognise(text: str) -> list[ReferenceMention]:
    """The references in `text`, in order, not overlapping; `in_notes` is False.

    Of a list ("nrs. 520 en 548") each number is a mention of its own. Of several dossiers with one number the
    first one counts, since the number is counted there; several without a number are a mention each.
    """
    levelled = level(text)
    mentions: list[ReferenceMention] = []
    position = 0
    while match := _ANCHOR.search(levelled, position):
        position = match.start() + 1
        found = _PARSERS[match.lastgroup or ""](levelled, match.start())
        if found:
            mentions += found
            position = found[-1].end
    return mentions
