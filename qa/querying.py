"""From a question as understood to what the two legs are asked."""

from index.analysis import Known, analyse_query, names
from index.translate import translate
from index.types import Encoder, Term
from qa.candidates import Query
from qa.cues import asks_whether_known
from qa.types import Language, Question

_YES = "ja"


def make_query(question: Question, encoder: Encoder, known: Known | None = None) -> Query:
    """The weighted Dutch terms, the names and the vector of a question in either language.

    `known` is what the letters know, against typing errors and for abbreviations.
    """
    english = question.language is Language.ENGLISH
    terms = translate(question.content) if english else analyse_query(question.content, known)
    wanted = dict.fromkeys([*names(question.content), *_names_of_references(question)])
    asked = question.content or question.text
    return Query(
        tuple(terms),
        tuple(Term(name) for name in wanted),
        encoder.encode([asked])[0],
        tuple(analyse_query(_YES)) if asks_whether_known(asked) else (),
    )


def _names_of_references(question: Question) -> list[str]:
    return [name for reference in question.references for name in names(f"{reference.dossier} {reference.number}")]
