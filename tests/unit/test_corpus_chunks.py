"""Passages follow the letter."""

import itertools

import pytest

from corpus.chunks import LIMIT, OVERLAP, TARGET, cut
from corpus.types import BlockKind, Chunk, Kind, Letter, Metadata
from tests.builders import FootNote, Part, a_letter, part

HEADING, ITEM, QUESTION, ANSWER = BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUESTION, BlockKind.ANSWER
SPEAKER, DICTUM, SIGNATURE = BlockKind.SPEAKER, BlockKind.DICTUM, BlockKind.SIGNATURE


def body(letter: Letter) -> list[Chunk]:
    """The passages of the body."""
    return [chunk for chunk in cut(letter) if not chunk.in_notes]


def filler(characters: int, word: str = "gemeente") -> str:
    """A sentence of about this length."""
    return ("De " + f"{word} " * (characters // (len(word) + 1)) + "doet mee.").replace(" doet", " doet")


def texts(letter: Letter) -> list[str]:
    """The texts of the passages of the body."""
    return [chunk.text for chunk in body(letter)]


def test_an_empty_letter_has_no_passages() -> None:
    """No text, no passages."""
    assert cut(a_letter()) == []


def test_small_paragraphs_under_one_heading_share_a_passage_with_it() -> None:
    """A heading belongs to what follows it, and short neighbours are read together."""
    letter = a_letter(part("Inleiding", HEADING, 1), "Dit is de aanleiding.", "Dit is het vervolg.")
    assert texts(letter) == ["Inleiding\n\nDit is de aanleiding.\n\nDit is het vervolg."]


def test_a_passage_does_not_cross_a_heading() -> None:
    """What stands under another heading is another passage, however short."""
    letter = a_letter(
        part("Werk", HEADING, 1), "Over werk.", part("Taal", HEADING, 1), "Over taal.", part("Les", HEADING, 2), "Les."
    )
    assert texts(letter) == ["Werk\n\nOver werk.", "Taal\n\nOver taal.", "Les\n\nLes."]
    assert [chunk.context.headings for chunk in body(letter)] == [(), (), ("Taal",)]


def test_headings_that_follow_each_other_stay_together() -> None:
    """A chapter's title goes with the first paragraph's title."""
    letter = a_letter(part("Werk", HEADING, 1), part("Startbanen", HEADING, 2), "Over startbanen.")
    assert texts(letter) == ["Werk\n\nStartbanen\n\nOver startbanen."]


def test_a_long_section_is_cut_between_paragraphs() -> None:
    """Whole paragraphs, about the target size each, the heading path with the later ones."""
    paragraphs = [filler(TARGET // 2) for _ in range(4)]
    letter = a_letter(part("Werk", HEADING, 1), *paragraphs)
    assert texts(letter) == ["\n\n".join(["Werk", *paragraphs[:2]]), "\n\n".join(paragraphs[2:])]
    assert body(letter)[1].context.headings == ("Werk",)


def test_a_list_stays_with_the_line_that_announces_it() -> None:
    """The cut comes before "… zijn:", not after it."""
    before, announcement = filler(TARGET), "De maatregelen zijn:"
    items = [part(f"{number}. {filler(300)}", ITEM, 1, str(number)) for number in (1, 2, 3)]
    letter = a_letter(before, announcement, *items)
    assert texts(letter) == [before, "\n\n".join([announcement, *(item.text for item in items)])]


def test_a_paragraph_that_had_to_be_cut_repeats_a_little() -> None:
    """The next passage begins some sentences back, within the overlap, so that a quote over the cut stands whole."""
    sentences = [filler(150, f"gemeente{position}") for position in range(24)]
    chunks = body(a_letter(" | ".join(sentences)))
    assert len(chunks) == 3
    for before, after in itertools.pairwise(chunks):
        assert 0 < before.end - after.start <= OVERLAP
        assert after.sentences[0] in before.sentences
        assert after.sentences[1] in before.sentences


def test_a_sentence_longer_than_a_passage_is_cut_after_a_clause() -> None:
    """At commas and semicolons first; the parts stay under the limit and lose nothing."""
    clause = "de gemeente die dit wil kan het zelf"
    letter = a_letter(", ".join([clause] * 80) + ".")
    found = texts(letter)
    assert " ".join(found) == letter.text
    assert max(len(text) for text in found) <= LIMIT
    assert [text.endswith("zelf,") for text in found[:-1]] == [True] * (len(found) - 1)


def test_without_clauses_it_is_cut_after_a_word_and_without_words_anywhere() -> None:
    """The limit holds for text of any kind."""
    assert [len(text) for text in texts(a_letter("x" * 4_500))] == [2_000, 2_000, 500]
    words = a_letter("gemeente " * 400 + "einde.")
    assert all(text.endswith(("gemeente", "einde.")) for text in texts(words))


def test_a_question_stands_with_its_answer() -> None:
    """One passage with both, their heads included, when they fit."""
    letter = a_letter(
        part("Vraag 1", HEADING, 1, "1"),
        part("Bent u hiervan op de hoogte?", QUESTION, number="1"),
        part("Antwoord 1", HEADING, 1, "1"),
        part("Ja.", ANSWER, number="1"),
        part("Vraag 2", HEADING, 1, "2"),
        part("Wat doet u eraan?", QUESTION, number="2"),
        part("Antwoord 2", HEADING, 1, "2"),
        part(filler(TARGET), ANSWER, number="2"),
        part(filler(300), ANSWER, number="2"),
    )
    chunks = body(letter)
    assert [chunk.text[:8] for chunk in chunks] == ["Vraag 1\n", "Vraag 2\n"]
    assert chunks[0].text.endswith("Ja.")
    assert [chunk.context for chunk in chunks] == [chunks[0].context] * 2
    assert chunks[0].context.question == ""
    assert chunks[0].context.headings == ()


def test_a_long_answer_carries_its_question() -> None:
    """Passages that do not hold the question have it in their context."""
    question = "Welke gemeenten doen mee, en sinds wanneer?"
    answer = [part(filler(900), ANSWER, number="1") for _ in range(4)]
    chunks = body(a_letter(part(question, QUESTION, number="1"), *answer))
    assert chunks[0].text.startswith(question)
    assert [chunk.context.question for chunk in chunks] == ["", *[question] * (len(chunks) - 1)]


def test_questions_answered_together_go_with_that_answer() -> None:
    """An answer to questions 1 and 2 belongs to both, and the next question begins anew."""
    letter = a_letter(
        part("Klopt dit?", QUESTION, number="1"),
        part("Sinds wanneer?", QUESTION, number="2"),
        part("Ja, sinds mei.", ANSWER, number="1 en 2"),
        part("En nu?", QUESTION, number="3"),
        part("Nu niet.", ANSWER, number="3"),
    )
    assert texts(letter) == ["Klopt dit?\n\nSinds wanneer?\n\nJa, sinds mei.", "En nu?\n\nNu niet."]


def test_answers_find_their_questions_by_number() -> None:
    """Where all questions come first, an answer still carries the ones it answers."""
    letter = a_letter(
        part("Klopt dit?", QUESTION, number="1"),
        part("Sinds wanneer?", QUESTION, number="2"),
        part("En nu?", QUESTION, number="3"),
        part("Ja, sinds mei.", ANSWER, number="1 t/m 2"),
        part("Nu niet.", ANSWER, number="3"),
    )
    assert [(chunk.text, chunk.context.question) for chunk in body(letter)] == [
        ("Klopt dit?\n\nSinds wanneer?\n\nEn nu?", ""),
        ("Ja, sinds mei.", "Klopt dit? Sinds wanneer?"),
        ("Nu niet.", "En nu?"),
    ]


def test_what_follows_the_answers_is_no_answer() -> None:
    """The closing paragraph stands apart; a table inside an answer does not."""
    letter = a_letter(
        part("Hoeveel?", QUESTION, number="1"),
        part("Zie de tabel:", ANSWER, number="1"),
        part("2023 | 14".replace("|", "/"), BlockKind.TABLE),
        part("Meer is niet bekend.", ANSWER, number="1"),
        "Hiermee zijn de vragen beantwoord.",
    )
    assert [text[:8] for text in texts(letter)] == ["Hoeveel?", "Hiermee "]


def test_each_turn_of_a_report_is_a_passage_with_its_speaker() -> None:
    """The line that names the speaker opens the passage; later passages of the turn carry the name."""
    chunks = body(
        a_letter(
            part("Mevrouw Podt (D66):", SPEAKER),
            filler(1_200),
            filler(1_200),
            part("Minister Van Gennip:", SPEAKER),
            filler(400),
        )
    )
    assert [chunk.context.speaker for chunk in chunks] == ["Mevrouw Podt (D66)"] * 2 + ["Minister Van Gennip"]
    assert chunks[0].text.startswith("Mevrouw Podt (D66):\n\nDe gemeente")


def test_a_short_turn_goes_with_the_next_and_then_nobody_speaks_for_all() -> None:
    """An interruption stands with its reply; the names are in the text, so the context names none."""
    chunks = body(
        a_letter(
            part("De voorzitter:", SPEAKER),
            "Het woord is aan de minister.",
            part("Minister Van Gennip:", SPEAKER),
            filler(400),
        )
    )
    assert [chunk.context.speaker for chunk in chunks] == [""]
    assert chunks[0].text.startswith("De voorzitter:\n\nHet woord is aan de minister.\n\nMinister Van Gennip:")


MOTIE: tuple[Part | str, ...] = (
    "De Kamer,",
    "gehoord de beraadslaging,",
    f"constaterende dat {filler(600)}",
    f"overwegende dat {filler(600)}",
    part("verzoekt de regering, dit te veranderen,", DICTUM),
    "en gaat over tot de orde van de dag.",
    part("Podt", SIGNATURE),
)


def test_a_motie_is_one_passage() -> None:
    """Though it is longer than the target."""
    letter = a_letter(*MOTIE, metadata=Metadata(Kind.MOTIE, "Motie van het lid Podt"))
    assert texts(letter) == [letter.text]


def test_a_motie_that_is_too_long_keeps_its_dictum_whole() -> None:
    """The considerations are cut; what is asked stays with the names under it."""
    long = (*MOTIE[:3], f"overwegende dat {filler(900)}", *MOTIE[3:])
    found = texts(a_letter(*long, metadata=Metadata(Kind.MOTIE, "Motie van het lid Podt")))
    assert len(found) > 1
    assert found[-1].endswith(
        "verzoekt de regering, dit te veranderen,\n\nen gaat over tot de orde van de dag.\n\nPodt"
    )


def test_a_motie_that_is_read_out_is_a_passage_with_its_number() -> None:
    """In a report it stands apart from the speech, with the words of the chair who numbers it."""
    chunks = body(
        a_letter(
            part("Stikstof", HEADING, 1),
            part("Mevrouw Podt (D66):", SPEAKER),
            filler(700),
            part("Motie", HEADING, 2),
            *MOTIE[:3],
            part("verzoekt de regering, dit te veranderen,", DICTUM),
            "en gaat over tot de orde van de dag.",
            part("De voorzitter:", SPEAKER),
            "Deze motie is voorgesteld door het lid Podt.",
            "Zij krijgt nr. 29 (36600-XIV).",
            "Het woord is aan de heer Graus.",
            part("De heer Graus (PVV):", SPEAKER),
            filler(700),
        )
    )
    assert [chunk.text.split("\n\n")[0] for chunk in chunks] == ["Stikstof", "Motie", "Het woord is aan de heer Graus."]
    assert chunks[1].text.endswith("Zij krijgt nr. 29 (36600-XIV).")
    assert [chunk.context.speaker for chunk in chunks] == ["Mevrouw Podt (D66)", "Mevrouw Podt (D66)", ""]
    assert [chunk.context.headings for chunk in chunks] == [(), ("Stikstof",), ("Stikstof",)]


def test_the_head_of_a_letter_goes_with_its_opening() -> None:
    """Lines that are no sentence are no passage; a first section with a sentence is."""
    head = (part("32 824 Integratiebeleid", HEADING, 1), "Den Haag, 2 juli 2018", part("Inleiding", HEADING, 2))
    assert texts(a_letter(*head, "Dit is het plan.")) == [
        "32 824 Integratiebeleid\n\nDen Haag, 2 juli 2018\n\nInleiding\n\nDit is het plan."
    ]


def test_the_context_carries_the_title() -> None:
    """Each passage knows what letter it is from; a heading that only repeats the title is left out."""
    title = part("Statushouders en werk", HEADING, 1)
    letter = a_letter(title, filler(900), filler(900), metadata=Metadata(Kind.KAMERBRIEF, "Statushouders en werk"))
    assert [chunk.context.title for chunk in body(letter)] == ["Statushouders en werk"] * 2
    assert [chunk.context.headings for chunk in body(letter)] == [(), ()]


def test_a_note_is_a_passage_with_the_sentence_it_hangs_on() -> None:
    """The body's passage lists it; its own passage has its page, headings and anchor sentence."""
    heading = part("Moties", HEADING, 1)
    sentences = "In de motie Aartsen wordt iets gevraagd. | Dat gebeurt."
    anchor = len("Moties\n\nIn de motie Aartsen")
    letter = a_letter(
        heading, sentences, notes=[FootNote(("Kamerstuk 32 824, nr. 366.",), page=1, anchor=anchor)], page_starts=[]
    )
    in_body, note = cut(letter)
    assert in_body.notes == (0,)
    assert (note.text, note.in_notes, note.page) == ("Kamerstuk 32 824, nr. 366.", True, 1)
    assert note.context.anchor == "In de motie Aartsen wordt iets gevraagd."
    assert note.context.headings == ("Moties",)


@pytest.mark.parametrize(
    ("anchor", "listed"),
    [(0, 0), (5, 0), (8, 0), (10, 1), (14, 1), (18, 1)],
    ids=["at the front", "inside", "behind the last word", "before the first word", "inside the second", "at the end"],
)
def test_a_note_is_listed_once_at_a_border(anchor: int, listed: int) -> None:
    """A mark behind a section's last word belongs to that section, one before the first word to the next."""
    letter = a_letter("Eerste..", part("Tweede..", HEADING, 1), notes=[FootNote(("Noot.",), anchor=anchor)])
    assert letter.text == "Eerste..\n\nTweede.."
    assert [chunk.notes for chunk in body(letter)] == [(0,) if listed == 0 else (), (0,) if listed == 1 else ()]


def test_short_notes_on_one_sentence_share_a_passage() -> None:
    """Notes of another sentence, and notes without a mark, stand apart."""
    notes = [
        FootNote(("Eerste noot.",), anchor=3),
        FootNote(("Tweede noot.",), anchor=9),
        FootNote(("Derde noot.",), anchor=30),
        FootNote(("Zonder merk.",)),
        FootNote(("Ook zonder.",)),
    ]
    letter = a_letter("Dit is de eerste zin. | Dit is de tweede zin.", notes=notes)
    found = [chunk for chunk in cut(letter) if chunk.in_notes]
    assert [chunk.text for chunk in found] == [
        "Eerste noot.\nTweede noot.",
        "Derde noot.",
        "Zonder merk.",
        "Ook zonder.",
    ]
    assert [chunk.notes for chunk in found] == [(0, 1), (2,), (3,), (4,)]
    assert [chunk.context.anchor for chunk in found] == ["Dit is de eerste zin.", "Dit is de tweede zin.", "", ""]


def test_pages_are_those_of_its_first_and_last_character() -> None:
    """A passage over a page break names both pages."""
    letter = a_letter("Een zin op de eerste bladzijde die doorloopt op de tweede.", page_starts=[30])
    assert [(chunk.page, chunk.page_end) for chunk in cut(letter)] == [(1, 2)]


def test_ids_are_pinned() -> None:
    """The same content has the same id on every machine, in every version that cuts alike."""
    letter = a_letter("De minister komt hierop terug.")
    assert [chunk.id[:16] for chunk in cut(letter)] == ["9a7e9e826f73a4eb"]
