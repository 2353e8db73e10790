"""The register as CSV that spreadsheets open without a question, and that cannot act as a program in them."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence

from qa.commitments.types import Entry
from web.register.exports import Column, Value

# A spreadsheet takes a cell that begins so for a formula, in full width and behind blanks too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_table(entries: Iterable[Entry], columns: Sequence[Column], *, semicolons: bool) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads accents wrongly.

    `semicolons` part the cells where a comma is the decimal sign, as in Dutch: Excel expects them there. Dates are
    written 2023-03-24. A cell that would act as a formula gets an apostrophe in front.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";" if semicolons else ",")
    writer.writerow([column.label for column in columns])
    for entry in entries:
        writer.writerow([_cell(column.value(entry)) for column in columns])
    return target.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
