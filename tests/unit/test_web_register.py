"""The register of promises and motions in the browser, through the client."""

import datetime
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import UnknownLetter
from corpus.types import CommitmentStatus, Letter, Page, Person, Reference, ReferenceKind
from index.types import StoredCommitment
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.commitments.types import EntryFilters
from qa.database import Database
from tests.register_examples import a_book, mention, motie, record, stuk
from tests.web_examples import CannedAnswerer, CannedGeneration, CannedLibrary, make_letter, make_record
from web.app import create_app
from web.safety.access import Actor, Role, needed_role
from web.safety.audit_log import AuditLog
from web.services import Services

DAY = datetime.date
LETTER = make_letter()
DONE, NEW, CARRIED_OUT = CommitmentStatus.VOLDAAN, CommitmentStatus.NIEUW, CommitmentStatus.UITGEVOERD
BY = {"name": "J. de Vries", "reden": "Zo staat het er niet."}


def told() -> list[StoredCommitment]:
    """A late promise with a history, a done one, one to come, one with words only, and a motie beside the first."""
    late = record("a", DAY(2025, 1, 8), dossiers=("32824",))
    return [
        mention("laat", late, "de stallingen te tellen", status=NEW, due="voor 1 maart", due_date=DAY(2025, 2, 28)),
        mention("laat", record("b", DAY(2025, 2, 9)), "de stallingen te tellen", start=400),
        mention("klaar", record("c", DAY(2025, 2, 8)), "een brief te sturen", status=DONE, to=(Person("Kamer"),)),
        mention(
            "straks",
            record("d"),
            "een plan te maken",
            due="voor 29 mei",
            due_date=DAY(2025, 5, 28),
            to=(Person("Ali", "X.", "D66"),),
        ),
        mention("ooit", record("e", DAY(2025, 3, 3)), "erop terug te komen", due="na de zomer"),
        motie("kst-32824-9", late, start=900, reference=stuk("9"), status=CARRIED_OUT),
    ]


class WrittenOut:
    """The letters of a register, as texts that hold each quote at its place and blanks elsewhere."""

    def __init__(self, book: CommitmentBook | None) -> None:
        entries = [] if book is None else [*book.entries(), *book.entries(EntryFilters(wrong=True))]
        self.quotes = {
            (each.letter.id, each.commitment.start): each.commitment.quote
            for entry in entries
            for each in entry.mentions
        }

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """A letter with all of its quotes."""
        text = ""
        for (letter, start), quote in sorted(self.quotes.items()):
            text = text.ljust(start) + quote if letter == letter_id else text
        return replace(LETTER, id=letter_id, text=text, pages=(Page(None, "", 0, len(text)),))

    def original(self, letter_id: str) -> bytes:
        """Nothing asks for it."""
        raise UnknownLetter(letter_id)

    def removed(self, letter_id: str) -> None:
        """None was."""


def app_of(folder: Path, book: CommitmentBook | None, store: WrittenOut | None = None) -> Flask:
    """The app with this register."""
    services = Services(
        CannedAnswerer([]),
        CannedLibrary(CannedGeneration({LETTER.id: make_record(LETTER)})),
        store or WrittenOut(book),
        audit=AuditLog(folder),
        book=book,
        official=OfficialRegister(Database(folder)),
    )
    app = create_app(services)
    app.testing = True
    return app


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser before the register of `told`, on 20 May 2025."""
    return app_of(tmp_path, a_book(tmp_path, told())).test_client()


def get(client: FlaskClient, address: str, status: int = 200) -> str:
    """The page at an address, its blanks as one."""
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.text.split())


def listed(page: str) -> list[str]:
    """The entries in the table, in order."""
    return re.findall(r'<td class="what"><a href="/toezeggingen/([^"]+)"', page)


# -------------------------------------------------------------------------------------------------------- the list


def test_the_list_shows_promises_late_ones_first(client: FlaskClient) -> None:
    """Moties stand behind a tab of their own; each tab says how many there are."""
    page = get(client, "/toezeggingen")
    assert listed(page) == ["laat", "straks", "ooit", "klaar"]
    assert re.findall(r"(?:Toezeggingen|Moties|Beide) <small>(\d+)", page) == ["4", "1", "5"]
    assert listed(get(client, "/toezeggingen?soort=motie")) == ["kst-32824-9"]
    assert "32 824, nr. 9" in get(client, "/toezeggingen?soort=motie")
    assert len(listed(get(client, "/toezeggingen?soort=alle"))) == 5


def test_a_row_tells_when_what_to_whom_by_whom_and_how_far(client: FlaskClient) -> None:
    """In the words of the page's language; the letter's own words for when where they name no day."""
    page = get(client, "/toezeggingen")
    row = re.search(r"<tr> <td class=\"due\">.*?</tr>", page)
    assert row
    for words in ("28 februari 2025", "de stallingen te tellen", "Proefstra (SP)", "A.B. Modelman", "Te laat", "open"):
        assert words in row[0]
    assert f'href="/brief/{"b" * 64}/1/400-441#citation">Bekijk in de brief</a>' in row[0]
    assert '<span lang="nl">“na de zomer”</span>' in page
    english = get(client, "/toezeggingen?taal=en")
    for words in ("Promises and motions", "Overdue", "28 February 2025", "the Kamer", "Closed"):
        assert words in english


def test_the_timeline_puts_what_is_late_above_what_falls_due(client: FlaskClient) -> None:
    """With how long ago or how soon; what is done or has no day is not on it."""
    page = get(client, "/toezeggingen")
    timeline = page[page.index('class="timeline"') : page.index('id="list"')]
    assert re.findall(r"<h3>([^<]+?) <small>(\d+)", timeline) == [("Te laat", "1"), ("Binnen twee weken", "1")]
    assert re.findall(r"<small>(\d[^<]*|over[^<]*)</small></span>", timeline) == ["2 maanden te laat", "over 8 dagen"]
    assert 'class="timeline"' not in get(client, "/toezeggingen?stand=afgehandeld")


def test_what_the_timeline_has_no_room_for_is_a_step_away(tmp_path: Path) -> None:
    """Each stretch shows a few, and leads to all of them."""
    letter = record("a", DAY(2025, 5, 1))
    days = [*[DAY(2025, 5, day) for day in range(1, 8)], *[DAY(2025, 5, day) for day in range(21, 29)]]
    many = [
        mention(f"op-{day}", letter, f"zaak {day}", start=900 * place, due=f"op {day}", due_date=day)
        for place, day in enumerate(days)
    ]
    client = app_of(tmp_path, a_book(tmp_path, many)).test_client()
    page = get(client, "/toezeggingen?persoon=Proefstra")
    links = re.findall(r'class="more-due"><a href="([^"#]+)#list">en nog (\d+)<', page)
    assert links == [
        ("/toezeggingen?persoon=Proefstra&amp;stand=te-laat", "2"),
        ("/toezeggingen?persoon=Proefstra&amp;stand=open&amp;voor=2025-06-03", "3"),
    ]
    found = [len(listed(get(client, address.replace("&amp;", "&")))) for address, _ in links]
    assert found == [7, 8]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("persoon=proefstra", ["laat", "ooit"]),
        ("partij=D66", ["straks"]),
        ("ministerie=Sociale+Zaken+en+Werkgelegenheid", ["laat", "straks", "ooit", "klaar"]),
        ("ministerie=Defensie", []),
        ("dossier=32+824", ["laat"]),
        ("status=voldaan", ["klaar"]),
        ("stand=te-laat", ["laat"]),
        ("voor=2025-05-28", ["laat"]),
        ("voor=2025-05-29", ["laat", "straks"]),
        ("zoek=STALLINGEN+tellen", ["laat"]),
        ("soort=alle&persoon=Proefstra&dossier=32824", ["laat", "kst-32824-9"]),
    ],
)
def test_a_filter_leaves_what_it_asks_for(client: FlaskClient, query: str, found: list[str]) -> None:
    """By person, party, ministry, dossier, state, what is left to do, due date (exclusive) and words."""
    assert listed(get(client, f"/toezeggingen?{query}")) == found


def test_each_filter_can_be_taken_away_alone_or_with_all(client: FlaskClient) -> None:
    """Every chip leads to the list without it, and keeps the rest."""
    page = get(client, "/toezeggingen?soort=motie&persoon=Proefstra&zoek=verven&volgorde=datum")
    chips = re.findall(r'<li><a href="([^"]+)" title="Dit filter weghalen">([^<]+?) <span', page)
    assert chips == [
        ("/toezeggingen?soort=motie&amp;persoon=Proefstra", "“verven”"),
        ("/toezeggingen?soort=motie&amp;zoek=verven", "Proefstra"),
    ]
    assert 'class="bare" href="/toezeggingen?soort=motie"' in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("dossier=veel", "“veel” is geen dossiernummer"),
        ("voor=morgen", "“morgen” is geen datum"),
        ("status=af", "Er is geen status “af”"),
        ("stand=%3Cscript%3E", "Er is geen status “&lt;script&gt;”"),
    ],
)
def test_a_filter_without_meaning_is_said_and_left_out(client: FlaskClient, query: str, message: str) -> None:
    """The rest of the list is shown."""
    page = get(client, f"/toezeggingen?{query}")
    assert message in page
    assert len(listed(page)) == 4


@pytest.mark.parametrize(
    ("order", "ascending"),
    [
        ("onderwerp", ["laat", "klaar", "straks", "ooit"]),
        ("persoon", ["straks", "klaar", "laat", "ooit"]),
        ("datum", ["klaar", "laat", "ooit", "straks"]),
        ("termijn", ["laat", "straks", "ooit", "klaar"]),
    ],
)
def test_the_list_can_be_sorted_either_way(client: FlaskClient, order: str, ascending: list[str]) -> None:
    """What does not say by what is sorted stays behind, and the head says how it is sorted."""
    page = get(client, f"/toezeggingen?volgorde={order}")
    assert listed(page) == ascending
    assert page.count('aria-sort="ascending"') == (order != "datum")
    backwards = get(client, f"/toezeggingen?volgorde={order}&richting=af")
    known = {"datum": 3, "termijn": 2}.get(order, 4)
    assert sorted(listed(backwards)[:known]) == sorted(ascending[:known])
    assert listed(backwards)[0] in ascending[known - 2 : known]


def test_a_long_list_is_shown_a_page_at_a_time(tmp_path: Path) -> None:
    """Fifty a page, each exactly once; a page that is not there gives the nearest."""
    many = [
        motie(f"kst-32824-{number}", record("a", DAY(2025, 1, 8)), f"zaak {number}", start=900 * number)
        for number in range(120)
    ]
    client = app_of(tmp_path, a_book(tmp_path, many)).test_client()
    pages = [listed(get(client, f"/toezeggingen?soort=motie&pagina={page}")) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({entry for page in pages for entry in page}) == 120
    assert listed(get(client, "/toezeggingen?soort=motie&pagina=99")) == pages[2]


def test_a_server_without_a_register_has_no_such_pages(tmp_path: Path) -> None:
    """The page says that it does not exist."""
    get(app_of(tmp_path, None).test_client(), "/toezeggingen", 404)


_WORDS = st.text(max_size=20) | st.sampled_from(["alle", "motie", "te-laat", "voldaan", "2025-01-01", "termijn", "af"])
_NAMES = [
    "soort",
    "zoek",
    "persoon",
    "partij",
    "ministerie",
    "dossier",
    "status",
    "stand",
    "voor",
    "volgorde",
    "pagina",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.sampled_from([*_NAMES, "richting", "onjuist"]), _WORDS))
def test_any_address_gives_a_list_and_an_export(client: FlaskClient, query: dict[str, str]) -> None:
    """Whatever stands in it: what has no meaning is said or passed over."""
    page = client.get("/toezeggingen", query_string=query)
    table = client.get("/toezeggingen.csv", query_string=query)
    assert (page.status_code, table.status_code) == (200, 200)
    assert len(listed(" ".join(page.text.split()))) == table.text.count("http://localhost/toezeggingen/")


# ------------------------------------------------------------------------------------------------------- one entry


def test_an_entry_shows_its_history_with_proof(client: FlaskClient) -> None:
    """Oldest letter first, each with its words, its citation, the way to the marked page, and what it says."""
    page = get(client, "/toezeggingen/laat")
    assert re.findall(r'<p class="said">([^<]+)</p>', page) == ["Toegezegd in deze brief", "Genoemd als nog open"]
    assert "“Ik heb toegezegd de stallingen te tellen.”" in page
    assert "Brief van de Minister van Sociale Zaken en Werkgelegenheid van 8 januari 2025" in page
    assert f'href="/brief/{"a" * 64}/1/0-41#citation"' in page
    assert 'data-copy="“Ik heb toegezegd de stallingen te tellen.” (Brief van de Minister' in page
    for words in (
        "Te laat",
        "2 maanden te laat",
        "status: open",
        "volgens de brieven",
        "Proefstra (SP)",
        "“voor 1 maart”",
    ):
        assert words in page


def test_a_quote_that_the_letter_does_not_hold_is_never_shown(tmp_path: Path) -> None:
    """A wrong citation ends in an error, on the page of the entry as everywhere."""
    book = a_book(tmp_path, told())
    store = WrittenOut(book)
    store.quotes["a" * 64, 0] = "Ik heb niets toegezegd."
    app = app_of(tmp_path, book, store)
    app.testing = False
    page = get(app.test_client(), "/toezeggingen/laat", 500)
    assert "de stallingen te tellen" not in page


def test_what_is_not_known_is_said(client: FlaskClient) -> None:
    """A letter without a date, an entry without a due date or occasion."""
    page = get(client, "/toezeggingen/straks")
    assert "brief zonder datum" in page
    assert '<dt>Datum van de gelegenheid</dt><dd class="unknown">niet bekend</dd>' in page


def test_moties_of_the_same_member_stand_beside_a_promise(client: FlaskClient) -> None:
    """As related, not as the same."""
    page = get(client, "/toezeggingen/laat")
    assert 'href="/toezeggingen/kst-32824-9"' in page[page.index('id="related"') :]


def test_a_motie_that_a_promise_goes_with_is_told_once_for_one_sentence(tmp_path: Path) -> None:
    """Words that name a motie and promise to act on it are one event, the motie's."""
    letter = record("a", DAY(2025, 1, 8))
    words = "Ik zal uw Kamer, zoals verzocht in de motie Proefstra, informeren."
    both = [
        motie("kst-32824-9", letter, quote=words, status=CommitmentStatus.IN_UITVOERING),
        mention("kst-32824-9", letter, quote=words),
    ]
    page = get(app_of(tmp_path, a_book(tmp_path, both)).test_client(), "/toezeggingen/kst-32824-9")
    assert re.findall(r'<p class="said">([^<]+)</p>', page) == ["In uitvoering, volgens deze brief"]


def test_when_it_was_made_stands_above_the_letters_that_speak_of_it(tmp_path: Path) -> None:
    """Where the letters speak of an earlier debate; its day only once."""
    told = mention("a", record("a"), occasion="het WGO van 21 november 2022", occasion_date=DAY(2022, 11, 21))
    page = get(app_of(tmp_path, a_book(tmp_path, [told])).test_client(), "/toezeggingen/a")
    assert '<p class="said">Toegezegd</p><p lang="nl">het WGO van 21 november 2022</p>' in page


def test_an_unknown_entry_does_not_exist(client: FlaskClient) -> None:
    """Nor do its forms."""
    get(client, "/toezeggingen/nergens", 404)
    for form in ("onjuist", "status", "samenvoegen"):
        assert client.post(f"/toezeggingen/nergens/{form}", data=BY).status_code == 404


# ----------------------------------------------------------------------------------------------------- corrections


def follow(client: FlaskClient, address: str, **data: str) -> str:
    """The page that a form leads to."""
    response = client.post(address, data=data)
    assert response.status_code == 303
    return get(client, response.headers["Location"].partition("#")[0])


def test_marked_wrong_it_leaves_the_list_and_says_who_and_why(client: FlaskClient, tmp_path: Path) -> None:
    """Its page stays, shows the correction, and it is on a list of its own; taken back, all is as before."""
    page = follow(client, "/toezeggingen/laat/onjuist", **BY)
    for words in (
        "Het telt nergens mee",
        "J. de Vries",
        "Zo staat het er niet.",
        "Als onjuist gemarkeerd: geen toezegging",
    ):
        assert words in page
    assert listed(get(client, "/toezeggingen")) == ["straks", "ooit", "klaar"]
    assert listed(get(client, "/toezeggingen?soort=alle&onjuist=1")) == ["laat"]
    assert "/toezeggingen/laat" not in client.get("/toezeggingen.csv").text
    page = follow(client, "/toezeggingen/correcties/1/terugnemen", name="K. Bakker")
    assert "Nog niemand heeft dit gecorrigeerd." in page
    assert "laat" in listed(get(client, "/toezeggingen"))
    kept = get(client, "/toezeggingen/correcties")
    assert "ingetrokken op" in kept
    actions = [json.loads(line) for line in (tmp_path / "audit" / "audit.jsonl").read_text().splitlines()]
    assert [(line["action"], line["kind"], line["by"]) for line in actions if line["action"] == "correction"] == [
        ("correction", "wrong", "J. de Vries"),
        ("correction", "withdrawn", "K. Bakker"),
    ]


def test_a_state_that_somebody_set_shows_as_such(client: FlaskClient) -> None:
    """According to a correction, and on the list too."""
    page = follow(client, "/toezeggingen/laat/status", status="voldaan", **BY)
    assert "status: voldaan" in page
    assert "volgens een correctie" in page
    assert "gecorrigeerd" in get(client, "/toezeggingen?zoek=stallingen")


@pytest.mark.parametrize(
    ("field", "typed"),
    [("keuze", "ooit"), ("met", "ooit"), ("met", "http://localhost/toezeggingen/ooit"), ("met", "32 824, nr. 9")],
)
def test_two_entries_are_merged_however_the_other_is_named(client: FlaskClient, field: str, typed: str) -> None:
    """Chosen from the list, by its id, the address of its page, or its official number."""
    page = follow(client, "/toezeggingen/laat/samenvoegen", **BY, **{field: typed})
    assert "Samengevoegd met een andere" in page
    assert len(re.findall(r'<p class="said">', page)) == 3
    assert len(listed(get(client, "/toezeggingen?soort=alle"))) == 4


@pytest.mark.parametrize(
    ("form", "data", "message"),
    [
        ("onjuist", {"name": "J. de Vries", "reden": " "}, "Geef een reden voor de correctie."),
        ("onjuist", {"reden": "fout"}, "Zeg wie dit corrigeert."),
        ("status", {**BY, "status": "af"}, "Kies een status."),
        ("status", {**BY, "status": "aangenomen"}, "kan niet 'aangenomen' zijn."),
        ("samenvoegen", BY, "Kies de andere regel."),
        ("samenvoegen", {**BY, "met": "TZ209901-001 / x"}, "Er is geen regel “TZ209901-001 / x”."),
        ("samenvoegen", {**BY, "met": "laat"}, "Dit is al dezelfde toezegging of motie."),
    ],
)
def test_a_form_that_cannot_be_taken_comes_back_with_what_is_wrong(
    client: FlaskClient, form: str, data: dict[str, str], message: str
) -> None:
    """In one language, and nothing is kept."""
    response = client.post(f"/toezeggingen/laat/{form}", data=data)
    assert response.status_code == 400
    assert message in response.text.replace("&#39;", "'")
    assert "There is" not in response.text
    if data.get("reden", "").strip():
        assert f'name="reden" value="{data["reden"]}"' in response.text
    assert "Nog niemand heeft het register gecorrigeerd." in get(client, "/toezeggingen/correcties")


def test_nothing_is_changed_by_somebody_without_a_name(client: FlaskClient) -> None:
    """Neither taken back nor taken in."""
    page = client.post("/toezeggingen/laat/status", data=BY | {"status": "voldaan"})
    client.delete_cookie("naam")
    response = client.post("/toezeggingen/correcties/1/terugnemen")
    assert (response.status_code, "Zeg wie dit corrigeert." in response.text) == (400, True)
    assert "Status gewijzigd in" in get(client, "/toezeggingen/laat")
    data = {"bestand": (io.BytesIO(json.dumps(ROW).encode()), "rijen.json")}
    response = client.post("/toezeggingen/officieel", data=data)
    assert (response.status_code, "Zeg wie dit inleest." in response.text) == (400, True)
    assert page.status_code == 303


def test_a_correction_that_is_not_in_force_cannot_be_taken_back(client: FlaskClient) -> None:
    """Neither one that never was."""
    assert client.post("/toezeggingen/correcties/7/terugnemen", data=BY).status_code == 404


def test_a_correction_without_its_letter_is_told_apart(tmp_path: Path) -> None:
    """It stands on the list of corrections, can be taken back there, and the register says that there is one."""
    a_book(tmp_path, told()).mark_wrong("laat", "J. de Vries", "fout")
    client = app_of(tmp_path, a_book(tmp_path, told()[2:])).test_client()
    assert "Alle correcties (1 zonder bijbehorende regel)" in get(client, "/toezeggingen")
    assert "de woorden staan in geen brief die nu doorzocht wordt" in get(client, "/toezeggingen/correcties")
    assert "ingetrokken op" in follow(client, "/toezeggingen/correcties/1/terugnemen", name="K. Bakker")


def test_what_changes_the_register_asks_for_an_editor(client: FlaskClient) -> None:
    """Everybody who may read may look and export."""
    views = client.application.view_functions
    asked = {name: needed_role(view) for name, view in views.items() if name.split(".")[0] in _PARTS}
    changing = {
        "corrections.mark_wrong",
        "corrections.set_status",
        "corrections.merge",
        "corrections.withdraw",
        "official_register.take_rows_in",
    }
    assert {name for name, role in asked.items() if role is Role.EDITOR} == changing
    assert all(role is Role.READER for name, role in asked.items() if name not in changing)


_PARTS = {"commitments", "corrections", "official_register"}


def test_a_reader_sees_corrections_but_no_forms(tmp_path: Path) -> None:
    """Nothing is offered that would be refused."""
    book = a_book(tmp_path, told())
    book.set_status("laat", DONE, BY["name"], BY["reden"])
    app = app_of(tmp_path, book)

    @app.before_request
    def as_reader() -> None:
        g.actor = Actor("lezer", Role.READER)

    client = app.test_client()
    for address in ("/toezeggingen/laat", "/toezeggingen/correcties", "/toezeggingen/officieel"):
        assert 'action="/toezeggingen/' not in get(client, address)
    assert "Zo staat het er niet." in get(client, "/toezeggingen/laat")
    assert "/toezeggingen/officieel" not in get(client, "/toezeggingen")


# --------------------------------------------------------------------------------------------------------- exports


@pytest.mark.parametrize(
    ("ending", "kind", "begins"),
    [
        ("csv", "text/csv", b"\xef\xbb\xbfSoort;"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("ics", "text/calendar", b"BEGIN:VCALENDAR"),
    ],
)
def test_what_is_filtered_can_be_taken_along(client: FlaskClient, ending: str, kind: str, begins: bytes) -> None:
    """As a file to keep, with the day in its name."""
    response = client.get(f"/toezeggingen.{ending}?persoon=Proefstra")
    assert response.status_code == 200
    assert response.mimetype == kind
    assert response.data.startswith(begins)
    assert re.fullmatch(
        rf'attachment; filename="toezeggingen-\d{{4}}-\d\d-\d\d\.{ending}"', response.headers["Content-Disposition"]
    )


def test_an_export_holds_what_the_list_shows(client: FlaskClient) -> None:
    """All pages of it, in its order."""
    lines = client.get("/toezeggingen.csv?volgorde=onderwerp&taal=en").data.decode("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == [
        "de stallingen te tellen",
        "een brief te sturen",
        "een plan te maken",
        "erop terug te komen",
    ]


def test_without_due_dates_there_is_no_calendar(client: FlaskClient) -> None:
    """The list does not offer one either."""
    get(client, "/toezeggingen.ics?stand=afgehandeld", 404)
    assert "toezeggingen.ics" not in get(client, "/toezeggingen?stand=afgehandeld")
    assert "toezeggingen.ics" in get(client, "/toezeggingen")


# ------------------------------------------------------------------------------------------- the official register


ROW = {
    "Nummer": "TZ202503-014",
    "Aanmaakdatum": "2025-03-12T16:05:41.5+01:00",
    "Naam": "Berg, A.B. van den",
    "Functie": "Minister van Defensie",
    "Status": "Openstaand",
    "DatumNakoming": "2025-04-01T00:00:00+02:00",
    "Tekst": "De minister stuurt een brief over fietsbruggen.",
}


def upload(client: FlaskClient, *rows: object, whole: bool = False, name: str = "J. de Vries") -> str:
    """The page after taking these rows in."""
    data = {"bestand": (io.BytesIO(json.dumps({"value": rows}).encode()), "rijen.json"), "name": name}
    response = client.post("/toezeggingen/officieel", data=data | ({"geheel": "1"} if whole else {}))
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_rows_of_the_official_register_join_the_promises(client: FlaskClient) -> None:
    """With their own words, who promised, and how far it is; and the entry's page shows the row."""
    page = upload(client, ROW, {"Nummer": None, "Tekst": "zonder nummer"})
    assert "1 rij toegevoegd" in page
    assert "rijen.json, rij 2 (zonder nummer): geen nummer als TZ202503-014: weggelaten" in page
    assert "TZ202503-014" in listed(get(client, "/toezeggingen?stand=te-laat"))
    entry = get(client, "/toezeggingen/TZ202503-014")
    for words in (
        "In het officiële register",
        "A.B. van den Berg",
        "Openstaand",
        "1 april 2025",
        "volgens het officiële register",
    ):
        assert words in entry
    assert "Geen brief in deze verzameling noemt haar" in entry


def test_taking_rows_in_again_changes_those_with_the_same_number(client: FlaskClient) -> None:
    """What a file does not hold stays, unless it is the whole register."""
    upload(client, ROW, ROW | {"Nummer": "TZ202503-015"})
    assert "0 rijen toegevoegd</strong>; 1 gewijzigd, 1 gelijk gebleven, 0 vervallen. Er zijn er nu 2." in upload(
        client, ROW | {"Status": "Afgedaan"}
    )
    assert "0 gewijzigd, 1 gelijk gebleven, 1 vervallen. Er zijn er nu 1." in upload(
        client, ROW | {"Status": "Afgedaan"}, whole=True
    )


def test_several_files_are_taken_in_together(client: FlaskClient) -> None:
    """As they come from the open data, 250 rows at a time; one that cannot be read is named and the rest goes on."""
    files = [
        (io.BytesIO(json.dumps({"value": [ROW | {"Nummer": f"TZ202503-{number:03}"}]}).encode()), f"{number}.json")
        for number in (1, 2)
    ]
    response = client.post(
        "/toezeggingen/officieel",
        data={"bestand": [*files, (io.BytesIO(b"niets"), "leeg.json")], "name": "J. de Vries"},
    )
    assert response.status_code == 200
    assert "2 rijen toegevoegd" in response.text
    assert "leeg.json: Dit bestand bevat geen toezeggingen" in response.text


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"%PDF-1.7", "Dit bestand bevat geen toezeggingen"), (None, "Kies een bestand.")],
)
def test_a_file_that_is_no_register_changes_nothing(client: FlaskClient, content: bytes | None, message: str) -> None:
    """It is said what it should hold."""
    upload(client, ROW)
    data = {"name": "J. de Vries", **({"bestand": (io.BytesIO(content), "x.pdf")} if content is not None else {})}
    response = client.post("/toezeggingen/officieel", data=data)
    assert response.status_code == 400
    assert message in response.text
    assert "Er is 1 rij uit het officiële register." in get(client, "/toezeggingen/officieel")


def test_a_file_beyond_what_forms_may_hold_is_taken_in(client: FlaskClient) -> None:
    """The whole register is larger than any other form."""
    rows = [ROW | {"Nummer": f"TZ202503-{number:03}", "Tekst": "x" * 500} for number in range(400)]
    assert "400 rijen toegevoegd" in upload(client, *rows)


def test_the_official_row_joins_the_letter_that_mentions_its_number(tmp_path: Path) -> None:
    """One entry, with the letter as history and the row beside it."""
    number = Reference(ReferenceKind.TOEZEGGING, number="TZ202503-014")
    client = app_of(
        tmp_path, a_book(tmp_path, [mention("TZ202503-014", record("a", DAY(2025, 5, 8)), reference=number)])
    ).test_client()
    upload(client, ROW)
    page = get(client, "/toezeggingen/TZ202503-014")
    assert "In het officiële register" in page
    assert re.findall(r'<p class="said">([^<]+)</p>', page) == ["Toegezegd", "Genoemd als nog open"]
