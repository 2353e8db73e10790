"""The register as an Excel workbook: real dates and links, a head that stays in view, no formulas."""

import datetime
import io
import math
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from qa.commitments.types import Entry
from web.register.exports import Column, Form, Value

_WIDTHS = {Form.TEXT: 24, Form.LONG_TEXT: 56, Form.DATE: 12, Form.NUMBER: 9, Form.LINK: 18}
_LINE = 15  # points
_MOST_LINES = 12  # that a row is made high for
_PAPER_A3 = 8
_LONGEST = 32_767  # characters that a cell can hold
_MOST_LINKS = 65_530  # that a sheet can hold
_NO_SURPRISES = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(
    entries: Sequence[Entry], columns: Sequence[Column], *, title: str, link: str, made: datetime.datetime
) -> bytes:
    """One sheet called `title`, a row for each entry under a frozen head that filters; `link` is what links say."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "yyyy-mm-dd", **_NO_SURPRISES})
    book.set_properties({"title": title, "created": made.replace(tzinfo=None), "author": "Vraagbaak"})
    sheet = book.add_worksheet(title[:31])
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    styles = {form: book.add_format({"valign": "top", **_style(form)}) for form in Form}
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS[column.form])
        sheet.write_string(0, place, column.label, head)
    sheet.set_row(0, 2 * _LINE)
    for row, entry in enumerate(entries, start=1):
        values = [column.value(entry) for column in columns]
        # Not every program makes rows higher for text that is folded.
        sheet.set_row(row, _LINE * _lines(columns, values))
        for place, (column, value) in enumerate(zip(columns, values, strict=True)):
            shown = link if column.form is Form.LINK and row <= _MOST_LINKS else ""
            _write(sheet, (row, place), value, styles[column.form], shown)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(entries), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A3)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    book.close()
    return target.getvalue()


def _lines(columns: Sequence[Column], values: Sequence[Value]) -> int:
    """How many lines the longest text of a row takes when it is folded to the width of its column."""
    needed = [
        math.ceil(len(value) / _WIDTHS[column.form])
        for column, value in zip(columns, values, strict=True)
        if isinstance(value, str) and column.form is not Form.LINK
    ]
    return min(max(needed, default=1) or 1, _MOST_LINES)


def _style(form: Form) -> dict[str, Any]:
    wrapped = {"text_wrap": True} if form in {Form.TEXT, Form.LONG_TEXT} else {}
    dated = {"num_format": "yyyy-mm-dd", "align": "left"} if form is Form.DATE else {}
    linked = {"font_color": "#0563C1", "underline": 1} if form is Form.LINK else {}
    return {**wrapped, **dated, **linked}


def _write(sheet: Any, cell: tuple[int, int], value: Value, style: Any, link: str) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime.date):
        sheet.write_datetime(*cell, datetime.datetime.combine(value, datetime.time.min), style)
    elif isinstance(value, int):
        sheet.write_number(*cell, value, style)
    elif link:
        sheet.write_url(*cell, value, style, string=link)
    else:
        sheet.write_string(*cell, value[:_LONGEST], style)
