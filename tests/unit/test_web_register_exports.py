"""The register taken along: CSV, workbook and calendar, each read back with a library of its own."""

import csv
import datetime
import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.types import CommitmentStatus, Person
from qa.commitments.types import Entry, OfficialRow, Standing
from tests.register_examples import a_book, mention, motie, record, stuk
from tests.web_examples import make_app
from web.register.calendar import calendar, due_entries
from web.register.csv_table import csv_table
from web.register.exports import Column, columns
from web.register.workbook import workbook

MADE = datetime.datetime(2025, 5, 20, 9, 30, tzinfo=datetime.UTC)
DAY = datetime.date
FORMULA = '=HYPERLINK("http://example.org";"klik")'


@pytest.fixture
def app() -> Flask:
    """An app, for the language of the page."""
    return make_app()


@pytest.fixture
def entries(tmp_path: Path) -> Sequence[Entry]:
    """A promise that is late, one that is done, one with only words for when, and a motie."""
    book = a_book(
        tmp_path,
        [
            mention(
                "laat",
                record("a", DAY(2025, 1, 8)),
                "de stallingen te tellen",
                due="voor 1 maart",
                due_date=DAY(2025, 2, 28),
            ),
            mention(
                "klaar",
                record("b", DAY(2025, 2, 8)),
                "een brief",
                due_date=DAY(2025, 3, 1),
                status=CommitmentStatus.VOLDAAN,
            ),
            mention("woorden", record("c"), f"{FORMULA} à côté", due="na de zomer", to=(Person("Kamer"),)),
            motie(
                "kst-32824-9",
                record("d", DAY(2025, 3, 4)),
                reference=stuk("9"),
                due="eind 2025",
                due_date=DAY(2025, 12, 31),
            ),
        ],
    )
    return book.entries()


def address(entry: Entry) -> str:
    """The page of an entry."""
    return f"http://localhost/toezeggingen/{entry.id}"


def table(app: Flask, language: str = "nl") -> Sequence[Column]:
    """The columns in one language."""
    with app.test_request_context(), force_locale(language):
        return columns(address)


def rows_of(app: Flask, entries: Sequence[Entry], language: str) -> list[dict[str, str]]:
    """The CSV read back."""
    with app.test_request_context(), force_locale(language):
        data = csv_table(entries, columns(address), semicolons=language == "nl")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";" if language == "nl" else ","))


def test_csv_opens_in_excel_in_either_language(app: Flask, entries: Sequence[Entry]) -> None:
    """A byte order mark for the accents, semicolons in Dutch, commas in English, days as 2023-03-24."""
    with app.test_request_context():
        data = csv_table(entries, table(app), semicolons=True)
    assert data.startswith(b"\xef\xbb\xbfSoort;Onderwerp;")
    dutch, english = rows_of(app, entries, "nl"), rows_of(app, entries, "en")
    assert len(dutch) == len(english) == 4
    assert (dutch[0]["Te doen"], english[0]["To do"]) == ("Te laat", "Overdue")
    assert dutch[0]["Termijn"] == "2025-02-28"
    assert dutch[0]["Citaat"] == "Ik heb toegezegd de stallingen te tellen."
    assert dutch[0]["Vindplaats"].startswith(
        "Brief van de Minister van Sociale Zaken en Werkgelegenheid van 8 januari 2025"
    )
    assert dutch[0]["Toegezegd aan / ingediend door"] == "Proefstra (SP)"
    assert dutch[0]["Pagina"] == "http://localhost/toezeggingen/laat"


def test_a_cell_cannot_act_as_a_formula(app: Flask, entries: Sequence[Entry]) -> None:
    """Words of a letter that begin with a sign of a formula get an apostrophe."""
    told = {row["Pagina"].rpartition("/")[2]: row["Onderwerp"] for row in rows_of(app, entries, "nl")}
    assert told["woorden"] == f"'{FORMULA} à côté"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=30).filter(lambda text: "\r" not in text and "\0" not in text))
def test_any_text_comes_back_from_csv_and_none_begins_as_a_formula(entries: Sequence[Entry], text: str) -> None:
    """The cell is the text, or the text behind an apostrophe; separators and line ends within it part nothing."""
    column = Column("Tekst", table(make_app())[1].form, lambda entry: entry.what)
    data = csv_table([replace(entries[0], what=text)], [column, column], semicolons=True)
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))[1]
    assert read[0] == read[1]
    assert read[0].removeprefix("'") == text.removeprefix("'")
    assert not read[0].lstrip(" ").startswith(("=", "+", "-", "@"))


def sheet_of(app: Flask, entries: Sequence[Entry]) -> Any:
    """The first sheet of the workbook, read back."""
    with app.test_request_context(), force_locale("nl"):
        data = workbook(entries, columns(address), title="Toezeggingen en moties", link="Openen", made=MADE)
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_the_workbook_has_a_head_that_stays_and_filters(app: Flask, entries: Sequence[Entry]) -> None:
    """One sheet with a frozen row and filters over all columns."""
    sheet = sheet_of(app, entries)
    assert sheet.title == "Toezeggingen en moties"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:S5"
    assert [cell.value for cell in sheet[1]][:3] == ["Soort", "Onderwerp", "Toegezegd aan / ingediend door"]


def test_the_workbook_has_real_dates_links_and_no_formulas(app: Flask, entries: Sequence[Entry]) -> None:
    """Days can be sorted and counted with; each row leads to its page."""
    sheet = sheet_of(app, entries)
    place = {cell.value: number for number, cell in enumerate(sheet[1])}
    first = sheet[2]
    assert first[place["Termijn"]].value == datetime.datetime(2025, 2, 28)  # noqa: DTZ001 - a day in a workbook has no zone
    assert first[place["Termijn"]].number_format == "yyyy-mm-dd"
    assert first[place["Brieven"]].value == 1
    assert first[place["Pagina"]].hyperlink.target == "http://localhost/toezeggingen/laat"
    assert first[place["Pagina"]].value == "Openen"
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert FORMULA + " à côté" in {cell.value for cell in cells}
    assert all(cell.data_type != "f" for cell in cells)


def test_a_row_is_as_high_as_its_longest_text(app: Flask, entries: Sequence[Entry]) -> None:
    """Folded to the width of its column, up to a dozen lines."""
    told = [replace(entries[0], what="woord " * number) for number in (1, 40, 4000)]
    sheet = sheet_of(app, told)
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [45, 75, 180]


def calendar_of(app: Flask, entries: Sequence[Entry]) -> tuple[bytes, icalendar.Calendar]:
    """The calendar of what is due, as written and as read."""
    with app.test_request_context(), force_locale("nl"):
        data = calendar(due_entries(entries), address, name="Termijnen", made=MADE)
    return data, icalendar.Calendar.from_ical(data)


def test_the_calendar_holds_what_is_still_to_be_done_by_a_day(app: Flask, entries: Sequence[Entry]) -> None:
    """Not what is done, nor what has only words for when; whole days, nobody kept busy."""
    _, held = calendar_of(app, entries)
    events = {str(event["UID"]): event for event in held.walk("VEVENT")}
    assert set(events) == {"laat@vraagbaak", "kst-32824-9@vraagbaak"}
    late = events["laat@vraagbaak"]
    assert (late.decoded("DTSTART"), late.decoded("DTEND")) == (DAY(2025, 2, 28), DAY(2025, 3, 1))
    assert late["DTSTART"].params["VALUE"] == "DATE"
    assert late["SUMMARY"] == "Toezegging: de stallingen te tellen"
    assert late["URL"] == "http://localhost/toezeggingen/laat"
    assert late["TRANSP"] == "TRANSPARENT"
    assert "“Ik heb toegezegd de stallingen te tellen.” (Brief van" in str(late["DESCRIPTION"])


def test_the_calendar_has_all_that_the_standard_asks_for(app: Flask, entries: Sequence[Entry]) -> None:
    """RFC 5545: version, product, id and stamp; CRLF; no line over 75 octets; nothing that could not be read."""
    data, held = calendar_of(app, entries)
    assert (held["VERSION"], held["PRODID"]) == ("2.0", "-//Vraagbaak//Toezeggingen//NL")
    assert not held.errors
    for event in held.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert event.decoded("DTSTAMP") == MADE
        assert not event.errors
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_the_id_of_an_event_stays_when_its_day_changes(app: Flask, entries: Sequence[Entry]) -> None:
    """A calendar that takes the file in again moves the event and doubles none."""
    later = [replace(entry, due_date=DAY(2026, 1, 1)) for entry in due_entries(entries)]
    first, second = calendar_of(app, entries)[1], calendar_of(app, later)[1]
    assert [event["UID"] for event in first.walk("VEVENT")] == [event["UID"] for event in second.walk("VEVENT")]


def test_a_row_of_the_official_register_alone_is_taken_along_too(app: Flask, entries: Sequence[Entry]) -> None:
    """Without a letter there is no citation; its own words stand for the quotation."""
    row = OfficialRow("TZ202503-014", "De minister komt erop terug.", "Openstaand", None, None, "Defensie", "", (), "")
    alone = replace(entries[0], mentions=(), official=row, due_date=None, standing=Standing.OPEN)
    told = rows_of(app, [alone], "nl")[0]
    assert (told["Nummer"], told["Citaat"], told["Vindplaats"]) == (row.number, row.text, "")


@pytest.mark.slow
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_libreoffice_opens_it(app: Flask, entries: Sequence[Entry], tmp_path: Path, form: str) -> None:
    """Converted without a window, all rows and days come out as they went in."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("no LibreOffice: install libreoffice-calc")
    with app.test_request_context(), force_locale("en"):
        shown = columns(address)
        book = workbook(entries, shown, title="Register", link="Open", made=MADE)
        data = book if form == "xlsx" else csv_table(entries, shown, semicolons=False)
    source = tmp_path / f"register.{form}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    target = tmp_path / "out"
    subprocess.run(
        [
            program,
            profile,
            "--headless",
            *(["--infilter=CSV:44,34,76,1"] if form == "csv" else []),  # the dialogue for CSV would offer the same
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
            target,
            source,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    read = list(csv.DictReader(io.StringIO((target / "register.csv").read_text(encoding="utf-8-sig"))))
    assert len(read) == 4
    assert read[0]["Due"] == "2025-02-28"
    assert read[0]["Quotation"] == "Ik heb toegezegd de stallingen te tellen."
    assert any("à côté" in row["About"] and "HYPERLINK" in row["About"] for row in read)
