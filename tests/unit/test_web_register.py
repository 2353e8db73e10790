"""The register of promises and moties: its list, narrowed and sorted, and taken along."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register_examples import a_book, mention, motie, record
from tests.register_site import DAY, app_of, get, listed, told


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser before the register of `told`, on 20 May 2025."""
    return app_of(tmp_path, a_book(tmp_path, told())).test_client()


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
