"""Reading the official register from files of the open data; all rows here were made up."""

import datetime
import json
from typing import Any

import pytest

from qa.commitments.official_file import OfficialFile, Reason, Trouble, read_official_file
from qa.commitments.types import OfficialRow
from qa.errors import BadRegister

ROW: dict[str, Any] = {
    "Id": "00000000-0000-4000-8000-000000000001",
    "Nummer": "TZ202503-014",
    "Aanmaakdatum": "2025-03-12T16:05:41.5+01:00",
    "ActiviteitNummer": "2025A00321",
    "Naam": "Berg, A.B. van den",
    "Functie": "Minister van Infrastructuur en Waterstaat",
    "Ministerie": None,
    "Status": "Openstaand",
    "DatumNakoming": "0001-01-01T00:00:00Z",
    "Tekst": "De minister stuurt de Kamer vóór de zomer een brief over\u00a0fietsbruggen. ",
    "Verwijderd": False,
}


def read(*rows: object) -> OfficialFile:
    """What an OData answer with these rows holds."""
    return read_official_file(json.dumps({"@odata.context": "x", "value": rows}).encode())


def row(**fields: object) -> dict[str, Any]:
    """The row with some of its fields changed."""
    return ROW | fields


def test_a_row_is_read_with_its_names_in_reading_order_and_without_sentinel_dates() -> None:
    """The year 1 stands for no date, the ministry is told by the office where the row leaves it out."""
    assert read(ROW) == OfficialFile(
        rows=(
            OfficialRow(
                number="TZ202503-014",
                text="De minister stuurt de Kamer vóór de zomer een brief over fietsbruggen.",
                status="Openstaand",
                made=datetime.date(2025, 3, 12),
                due=None,
                ministry="Infrastructuur en Waterstaat",
                by="A.B. van den Berg, Minister van Infrastructuur en Waterstaat",
                members=(),
                occasion="2025A00321",
            ),
        )
    )


@pytest.mark.parametrize(
    ("status", "due", "closed"),
    [
        ("Openstaand", datetime.date(2025, 7, 1), None),
        ("Deels Afgedaan", datetime.date(2025, 7, 1), None),
        ("Iets nieuws", datetime.date(2025, 7, 1), None),
        ("Afgedaan", None, datetime.date(2025, 7, 1)),
        ("Voldaan", None, datetime.date(2025, 7, 1)),
        ("Vervallen", None, datetime.date(2025, 7, 1)),
    ],
)
def test_the_one_date_is_when_it_is_due_and_when_done_the_day_it_was(
    status: str, due: datetime.date | None, closed: datetime.date | None
) -> None:
    """A status that nobody announced stays as written, and is not taken to be done."""
    found = read(row(Status=status, DatumNakoming="2025-07-01T00:00:00+02:00")).rows[0]
    assert (found.status, found.due, found.closed) == (status, due, closed)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-06-30T22:00:00Z", datetime.date(2025, 7, 1)),
        ("2025-07-01T00:00:00+02:00", datetime.date(2025, 7, 1)),
        ("2019-06-28T23:59:41.5570000", datetime.date(2019, 6, 28)),
        ("2025-07-01", datetime.date(2025, 7, 1)),
        ("0001-01-01T00:00:00", None),
        ("1900-01-01T00:00:00Z", None),
        ("9999-12-31T00:00:00Z", None),
        ("", None),
    ],
)
def test_a_moment_is_the_day_that_it_is_in_the_netherlands(written: str, day: datetime.date | None) -> None:
    """With an offset, in UTC, without either, and the values that stand for none."""
    assert read(row(DatumNakoming=written)).rows[0].due == day


def test_members_parties_and_the_debate_are_read_where_the_rows_hold_them() -> None:
    """As `$expand` gives them: members before parties, surnames with their prefix, the debate with its own day."""
    found = read(
        row(
            ToegezegdAanPersoon=[
                {"Roepnaam": "Eva", "Tussenvoegsel": "van der", "Achternaam": "Meer", "Fractielabel": "D66"},
                {"Roepnaam": "Jan", "Tussenvoegsel": None, "Achternaam": "Pieters", "Fractielabel": None},
            ],
            ToegezegdAanFractie=[{"Afkorting": "VVD"}],
            Activiteit=[{"Onderwerp": "Fietsen", "Datum": "2025-03-11T00:00:00+01:00"}],
        )
    ).rows[0]
    assert found.members == ("Eva van der Meer (D66)", "Jan Pieters")
    assert (found.occasion, found.made) == ("Fietsen", datetime.date(2025, 3, 11))
    assert read(row(ToegezegdAanFractie={"Afkorting": "VVD"})).rows[0].members == ("VVD",)


def test_rows_that_cannot_be_read_are_told_by_place_and_the_rest_goes_on() -> None:
    """No row, no number, another set's number, no text; a date that is none is told and the row kept."""
    found = read(
        "Nummer",
        row(Nummer=None),
        row(Nummer="2025Z00321"),
        row(Nummer="TZ202503-015", Tekst=" "),
        row(Nummer="TZ202503-016", DatumNakoming="binnenkort"),
        ROW,
    )
    assert [each.number for each in found.rows] == ["TZ202503-016", "TZ202503-014"]
    assert found.rows[0].due is None
    assert found.troubles == (
        Trouble(1, "", Reason.NOT_A_ROW, "Nummer"),
        Trouble(2, "", Reason.NO_NUMBER, "De minister stuurt de Kamer vóór de zomer een brief over fie"),
        Trouble(3, "2025Z00321", Reason.NO_NUMBER, "2025Z00321"),
        Trouble(4, "TZ202503-015", Reason.NO_TEXT, "TZ202503-015"),
        Trouble(5, "TZ202503-016", Reason.DATE, "binnenkort"),
    )


def test_of_two_rows_with_one_number_the_last_counts_and_it_is_said() -> None:
    """The register gives a row again when it changed."""
    found = read(ROW, row(Status="Afgedaan"))
    assert [each.status for each in found.rows] == ["Afgedaan"]
    assert found.troubles == (Trouble(2, "TZ202503-014", Reason.TWICE),)


def test_deleted_rows_are_counted_and_named_where_they_still_have_a_number() -> None:
    """A tombstone keeps its id only; an entry of the feed may still carry its body."""
    found = read(ROW, {"Id": "x", "Verwijderd": True, "Nummer": None}, row(Nummer="TZ202503-099", Verwijderd=True))
    assert [each.number for each in found.rows] == ["TZ202503-014"]
    assert (found.withdrawn, found.deleted) == (("TZ202503-099",), 2)


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(ROW),
        json.dumps([ROW]),
        "\ufeff" + json.dumps({"value": [ROW]}),
        json.dumps({name.lower(): value for name, value in ROW.items()}),
    ],
    ids=["one row", "a list", "an answer with a byte order mark", "small letters"],
)
def test_every_form_of_json_is_read(data: str) -> None:
    """All give the same row."""
    assert read_official_file(data.encode()) == read(ROW)


def test_lines_of_json_are_read_and_a_damaged_one_is_told() -> None:
    """One row a line, as tools that fetch page after page write it."""
    found = read_official_file(f"{json.dumps(ROW)}\n\n{{cut off\n{json.dumps(row(Nummer='TZ202503-015'))}".encode())
    assert [each.number for each in found.rows] == ["TZ202503-014", "TZ202503-015"]
    assert found.troubles == (Trouble(2, "", Reason.NOT_A_ROW, "{cut off"),)


def test_the_feed_in_xml_is_read_by_local_names() -> None:
    """Any prefix, deleted entries told by an attribute in any spelling, receivers that are only references."""
    found = read_official_file(
        b"""<?xml version="1.0"?><feed xmlns:ns1="http://www.tweedekamer.nl/xsd/tkData/v1-0"><entry><content>
        <ns1:toezegging id="1" ns1:verwijderd="false">
        <ns1:toegezegdAanPersoon ref="a"/><ns1:toegezegdAanPersoon ref="b"/>
        <ns1:aanmaakdatum>2025-03-12T16:05:41+01:00</ns1:aanmaakdatum><ns1:nummer>TZ202503-014</ns1:nummer>
        <ns1:achternaam>Berg</ns1:achternaam><ns1:tussenvoegsel>van den</ns1:tussenvoegsel>
        <ns1:initialen>A.B.</ns1:initialen><ns1:functie>Minister van Defensie</ns1:functie>
        <ns1:status>Deels Voldaan</ns1:status><ns1:datumNakoming>2025-12-31T00:00:00+01:00</ns1:datumNakoming>
        <ns1:tekst>De minister komt erop terug.</ns1:tekst></ns1:toezegging></content></entry>
        <toezegging verwijderd="True"/></feed>"""
    )
    assert (found.deleted, found.troubles) == (1, ())
    assert found.rows[0].by == "A.B. van den Berg, Minister van Defensie"
    assert found.rows[0].ministry == "Defensie"
    assert found.rows[0].due == datetime.date(2025, 12, 31)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"\xff\xfe\x00",
        b"[]",
        b'{"value": []}',
        b"[1, 2]",
        b"<html><p>niets</p></html>",
        b"<cut",
        b"[" * 9999,
    ],
    ids=["empty", "a PDF", "no text", "no rows", "an empty answer", "numbers", "a page", "damaged XML", "absurd"],
)
def test_a_file_without_any_row_of_the_register_is_refused(data: bytes) -> None:
    """It is said what the file should hold, in both languages."""
    with pytest.raises(BadRegister, match=r"bestand.* / This file"):
        read_official_file(data)


def test_rows_of_another_set_are_no_register() -> None:
    """A file of moties or documents changes nothing."""
    with pytest.raises(BadRegister):
        read({"Nummer": "2025Z00321", "Soort": "Motie"}, {"Nummer": None, "Verwijderd": True})
