"""What text and questions become before they are searched."""

import hashlib

import pytest

from index.analysis import (
    ANALYSIS_VERSION,
    Abbreviations,
    Known,
    agreed_on,
    analyse,
    analyse_query,
    correct,
    find_abbreviations,
    names,
)
from index.analysis.fold import fold, words
from index.types import Term

NOTHING = Known(lambda _: False, lambda words: [0] * len(words), Abbreviations([]))


def weights(question: str, known: Known | None = None) -> dict[str, float]:
    """The weight of each term of a question."""
    return {term.text: round(term.weight, 3) for term in analyse_query(question, known)}


class TestFolding:
    """Words that differ in typography alone come out the same."""

    @pytest.mark.parametrize(
        ("written", "folded"),
        [
            ("Oekraïne", "oekraine"),
            ("CAFÉ", "cafe"),
            ("’s-Gravenhage", "'s-gravenhage"),
            ("CO₂-uitstoot", "co2-uitstoot"),
            ("nota.²", "nota. "),
            ("ĳsselmeer", "ijsselmeer"),
            ("af\u00adspraak", "afspraak"),
        ],
    )
    def test_folding(self, written: str, folded: str) -> None:
        """Accents, capitals, typographic apostrophes and digits above the line do not matter."""
        assert fold(written) == folded

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Kamerstuk 32 824, nr. 372", ["kamerstuk", "32824", "nr", "372"]),
            ("36 200 XV nr. 85", ["36200-xv", "nr", "85"]),
            ("36\u00a0200\u00a0XV", ["36200-xv"]),
            ("21 501-02", ["21501-02"]),
            ("€ 1.250.000 of 2,5 procent", ["1250000", "of", "2,5", "procent"]),
            ("TZ202211-085 en 2022D12345", ["tz202211-085", "en", "2022d12345"]),
            ("arbeids- en rusttijden", ["arbeids-", "en", "rusttijden"]),
            ("de auto's van het EU-land", ["de", "auto's", "van", "het", "eu-land"]),
        ],
    )
    def test_words(self, text: str, found: list[str]) -> None:
        """Numbers of dossiers and amounts are one word; a word that leaves its second half out keeps its hyphen."""
        assert words(text) == found


class TestTerms:
    """Index terms of running text."""

    def test_function_words_are_left_out(self) -> None:
        """What stands in every letter is no term."""
        assert analyse("Wat is er aan de hand met het plan?") == ["hand", "plan"]

    def test_compounds_bring_their_parts(self) -> None:
        """The whole comes first, then its smallest parts."""
        assert analyse("arbeidsmarktparticipatie") == ["arbeidsmarktparticipatie", "arbeid", "markt", "participatie"]

    @pytest.mark.parametrize(
        ("compound", "phrase"),
        [
            ("statushouders", "houders van een status"),
            ("arbeidsmarktparticipatie", "participatie op de arbeidsmarkt"),
            ("woningbouwplannen", "plannen voor de bouw van woningen"),
            ("leerlingenvervoer", "vervoer van een leerling"),
            ("zonnepanelen", "een paneel"),
        ],
    )
    def test_both_directions_match(self, compound: str, phrase: str) -> None:
        """A compound and the phrase that says the same share the phrase's terms."""
        assert set(analyse(phrase)) <= {*analyse(compound), "arbeidsmarkt"}

    @pytest.mark.parametrize(
        "forms",
        [
            "toezegging toegezegd toezeggen toezeggingen",
            "verzoek verzoekt verzocht",
            "onderzoek onderzocht onderzoeken",
            "ontvangen ontvangt ontving",
            "gemeente gemeenten gemeentes",
            "huis huizen",
            "school scholen",
            "stad steden",
            "kind kinderen",
            "besluit besloten besluiten",
            "bespreken besproken bespreekt",
            "opnemen opgenomen",
            "motie moties",
            "subsidie subsidiëren gesubsidieerd",
        ],
    )
    def test_forms_of_one_word_share_a_term(self, forms: str) -> None:
        """Inflection, strong verbs, and nouns made from verbs come to one stem."""
        assert len(set(analyse(forms))) == 1

    @pytest.mark.parametrize(
        "pair", ["gemeente mening", "gebied bieden", "gezin zin", "gevolg volgen", "politie politiek"]
    )
    def test_different_words_stay_apart(self, pair: str) -> None:
        """Words that only look alike keep terms of their own."""
        assert len(set(analyse(pair))) == 2

    def test_what_is_left_out_is_put_back(self) -> None:
        """Whoever writes "arbeids- en rusttijden" writes about arbeidstijden."""
        assert analyse("arbeids- en rusttijden")[0] == analyse("arbeidstijden")[0]

    def test_a_hyphen_hides_nothing(self) -> None:
        """A word with a hyphen is found by its parts and by the whole, with the hyphen or without."""
        assert {"eu", "recht"} <= set(analyse("EU-recht"))
        assert analyse("e-mail")[0] == analyse("email")[0]

    def test_endless_words_are_cut_off(self) -> None:
        """A string without end, as files may hold, becomes a term that the engine can keep."""
        assert len(analyse("x" * 100_000)[0]) <= 100
        assert len(names("x" * 100_000)[0]) <= 100


class TestNames:
    """Words for the field of names, references and numbers."""

    def test_words_are_not_stemmed(self) -> None:
        """A surname stays as it is, without its prefix."""
        assert names("Mevrouw Van den Hijum-Brouwers") == ["mevrouw", "hijum-brouwers", "hijum", "brouwers"]

    def test_references_are_one_word(self) -> None:
        """However a dossier is printed, it is one word."""
        assert names("36 200 XV, nr. 85") == names("36200-XV, nr. 85") == ["36200-xv", "85"]

    def test_parties_are_words(self) -> None:
        """A party of two is found as itself and by either."""
        assert names("GroenLinks-PvdA en D66") == ["groenlinks-pvda", "groenlinks", "pvda", "d66"]


class TestQuestions:
    """Weighted terms of a Dutch question."""

    def test_parts_weigh_less_than_the_word(self) -> None:
        """The word as typed weighs 1, a part of it half."""
        assert weights("rusttijden") == {"rusttijd": 1.0, "rust": 0.5, "tijd": 0.5}

    def test_each_term_knows_its_word(self) -> None:
        """All terms of one word have it as their source."""
        assert {term.source for term in analyse_query("Statushouders")} == {"statushouders"}

    def test_a_word_as_typed_outweighs_the_same_as_a_part(self) -> None:
        """A term that comes up twice keeps its highest weight."""
        assert weights("houders statushouders")["houder"] == 1.0

    def test_typing_errors_bring_what_was_meant(self) -> None:
        """An unknown word is asked as it is, and as the known word beside it."""
        found = weights("statushuoders", NOTHING)
        assert found["statushuoder"] == 1.0
        assert found["statushouder"] == 0.5

    def test_a_name_of_the_letters_may_be_meant(self) -> None:
        """What no general vocabulary holds is found among the words of the letters, if two passages write it."""
        held = {"corendon": 2, "correndond": 1}
        known = Known(lambda _: False, lambda words: [held.get(word, 0) for word in words], Abbreviations([]))
        assert weights("Correndon", known) == {"correndon": 1.0, "corendon": 0.5}

    def test_words_of_the_letters_are_not_corrected(self) -> None:
        """A rare name is no typing error of a common word."""
        assert correct("aartsun", {"aartsen": 99}) == ["aartsen"]
        assert weights("Aartsun", Known(lambda _: True, NOTHING.count, Abbreviations([]))) == {"aartsun": 1.0}

    @pytest.mark.parametrize(("asked", "found"), [("zeventig jaar", "70"), ("70 jaar", "zevent")])
    def test_numbers_are_the_same_in_words_and_figures(self, asked: str, found: str) -> None:
        """Letters write either."""
        assert weights(asked)[found] == 0.3

    def test_synonyms_are_asked_too(self) -> None:
        """Who asks for the fiscus finds the Belastingdienst."""
        assert Term("belastingdienst", 0.3, "fiscus") in analyse_query("fiscus")

    @pytest.mark.parametrize("question", ["UWV", "uwv", "Uwv"])
    def test_abbreviations_are_written_out(self, question: str) -> None:
        """A short form of three letters is known whatever its capitals."""
        assert "uitvoeringsinstitut" in weights(question)

    def test_a_word_is_no_abbreviation(self) -> None:
        """Only its capitals tell "OM" from "om"."""
        assert "ministerie" in weights("het OM")
        assert "ministerie" not in weights("om de hoek")

    def test_long_forms_bring_the_abbreviation(self) -> None:
        """What is written out is asked by its short form too."""
        assert weights("Vereniging van Nederlandse Gemeenten")["vng"] == 0.6

    def test_the_letters_own_abbreviations_count(self) -> None:
        """Abbreviations that letters explain are used when they are given."""
        known = Known(lambda _: True, NOTHING.count, Abbreviations([("RAP", "regionale aanpak personeelstekort")]))
        assert "personeelstekort" in weights("de RAP", known)
        assert weights("regionale aanpak personeelstekort", known)["rap"] == 0.6


class TestAgreement:
    """Which explanations of all letters stand."""

    def test_the_usual_long_form_wins(self) -> None:
        """Initials that agree by chance in one letter do not count beside what three letters say."""
        usual = ("VNG", "Vereniging van Nederlandse Gemeenten")
        by_chance = ("VNG", "verzoekt de regering met de gemeenten")
        assert agreed_on([usual, usual, usual, by_chance]) == [("VNG", "vereniging van nederlandse gemeenten")]

    def test_two_meanings_may_both_be_usual(self) -> None:
        """Letters of two ministries may mean two things."""
        assert len(agreed_on([("BIR", "Baseline Informatiebeveiliging Rijk"), ("BIR", "Bureau Integriteit")])) == 2

    def test_a_long_word_is_short_for_something_only_when_letters_agree(self) -> None:
        """A word before brackets is seldom an abbreviation."""
        chance = ("Europese", "efficiënt, uitgevoerd, rechtmatig")
        wet = ("Arbowet", "Arbeidsomstandighedenwet")
        assert agreed_on([chance, wet, wet, ("Wnb", "Wet natuurbescherming")]) == [
            ("Arbowet", "arbeidsomstandighedenwet"),
            ("Wnb", "wet natuurbescherming"),
        ]


class TestAbbreviations:
    """What a text explains."""

    @pytest.mark.parametrize(
        ("text", "pairs"),
        [
            ("een loonkostensubsidie (LKS) voor", [("LKS", "loonkostensubsidie")]),
            ("de Vereniging van Nederlandse Gemeenten (VNG) is", [("VNG", "Vereniging van Nederlandse Gemeenten")]),
            ("het Landelijk Loket Fietsen (hierna: LLF)", [("LLF", "Landelijk Loket Fietsen")]),
            ("de RLF (Raad voor Lokale Fietspaden) adviseert", [("RLF", "Raad voor Lokale Fietspaden")]),
            ("het ministerie van Justitie en Veiligheid (VI)", []),
            ("de minister (VVD) en de Kamer (zie bijlage)", []),
            ("mevrouw Vermeer-van Dijk uit Den Haag (VVD)", []),
            ("twee besluiten (2022)", []),
        ],
    )
    def test_finding(self, text: str, pairs: list[tuple[str, str]]) -> None:
        """The letters of the short form stand in the long one in order; parties and chapters explain nothing."""
        assert find_abbreviations(text) == pairs


class TestSpelling:
    """Words one typing error away."""

    @pytest.mark.parametrize("typed", ["gemeentte", "gemente", "gemeemte", "gemenete"])
    def test_one_error(self, typed: str) -> None:
        """A letter too many, too few, another letter, and two exchanged."""
        assert correct(typed, {"gemeente": 500}) == ["gemeente"]

    def test_the_most_frequent_comes_first(self) -> None:
        """At most two are proposed, the more frequent before the other."""
        assert correct("woninh", {"woning": 90, "wonink": 100, "woninx": 40}) == ["wonink", "woning"]

    @pytest.mark.parametrize("typed", ["gemeente", "gem", "gemee9te", "gmnte"])
    def test_no_proposal(self, typed: str) -> None:
        """Known, short, or more than one error away: nothing is proposed; and never a rare word."""
        assert correct(typed, {"gemeente": 500}) == []
        assert correct("gemente", {"gemeente": 2}) == []


def test_the_version_tells_the_terms() -> None:
    """Whoever changes what terms come out of a text raises ANALYSIS_VERSION, and pins the new digest here."""
    text = (
        "De gemeenteraadsverkiezingen, kinderopvangtoeslagen, EU-recht, arbeids- en rusttijden, 32 824, 36 200 XV, "
        "toegezegd, verzocht, onderzocht, huizen, scholen, moties, drones, besloten, geëvacueerd, woningbouwplannen, "
        "belastingdienst, ontvangt, volksgezondheid, stikstofgevoelige, asielzoekerscentra, ’s-Gravenhage"
    )
    digest = hashlib.sha256(" ".join(analyse(text)).encode()).hexdigest()[:12]
    assert (ANALYSIS_VERSION, digest) == ("4", "509f95e7efc9")
