"""What the layers below say of a failure, which is in English, in the language of the page.

They speak to the command line and to programs, and know no language. Their lines are known here by their form; one that
is not (of a library, of the system) is shown as the technical message that it is.
"""

import re
from dataclasses import dataclass

from flask_babel import format_decimal, gettext


def _(text: str) -> str:
    """Mark a text for the catalogue."""
    return text


_READING = (
    _("the file has no content"),
    _("a text file without any text"),
    _("a web page without any text"),
    _("the archive holds no files"),
    _("no letter in it: it holds no word of text"),
    _("a scan without a text layer (page %(page)s); have its text recognised (OCR) and ingest the result"),
    _("a scan without a text layer (pages %(pages)s); have its text recognised (OCR) and ingest the result"),
    _("no text on page %(pages)s: a scan; make a PDF with a text layer of it (OCR) and ingest that file"),
    _("protected with a password; save it without one and ingest it again"),
    _("protected with a password; open it in Word, remove the password, save, and ingest it again"),
    _("protected with a password inside the archive; unpack it and ingest the file"),
    _("a PDF that is cut off or damaged; fetch it again, or open it in a PDF reader and save it anew"),
    _("a PDF without pages; fetch it again"),
    _("a Word file that is damaged or of an odd kind; open it in Word, save it as .docx, and ingest that file"),
    _("a Word file or zip archive that is cut off or damaged; fetch or save it again"),
    _("a zip archive or Word file that is cut off or damaged (%(what)s); fetch or save it again"),
    _("damaged in its archive: %(what)s"),
    _("a web page that is cut off or damaged; save it again"),
    _("XML that is cut off or damaged (%(what)s); fetch it again"),
    _("XML with entities of its own, which no official publication has"),
    _("XML of a kind that is not known (<%(name)s>); known are %(known)s"),
    _("elements nested more than %(depth)s deep, as in no letter"),
    _("the file cannot be taken apart; fetch it again, or open it and save it as .docx or PDF"),
    _("cannot be read (%(what)s)"),
    _("what was read is not what was asked for"),
    _("the process that read it crashed (%(how)s); the file is probably damaged"),
)
_KINDS = (
    _("this is the format of Word 97-2003 (.doc); open it in Word and save it as .docx or PDF, then ingest that file"),
    _("an old Office file; open it and save it as .docx or PDF, then ingest that file"),
    _("this is an RTF file; open it and save it as .docx or PDF, then ingest that file"),
    _("this is a PostScript file; open it and save it as .docx or PDF, then ingest that file"),
    _("this is an OpenDocument text; open it and save it as .docx or PDF, then ingest that file"),
    _("this is an OpenDocument file; print it to PDF, then ingest that file"),
    _("this is an e-book"),
    _("this is a picture; make a PDF with a text layer of it"),
    _("this is a gzip archive; unpack it, or pack the letters as .zip"),
    _("this is a 7z archive; unpack it, or pack the letters as .zip"),
    _("this is a rar archive; unpack it, or pack the letters as .zip"),
    _("this is a spreadsheet; print it to PDF, then ingest that file"),
    _("this is a presentation; print it to PDF, then ingest that file"),
    _("this is an old spreadsheet (.xls); print it to PDF, then ingest that file"),
    _("this is an old presentation (.ppt); print it to PDF"),
    _("this is a message of Outlook (.msg); save the letter that is attached"),
    _("a package of an unknown kind; save the letter as .docx or PDF"),
    _("a zip archive inside a place where one letter is expected"),
    _("holds NUL bytes, so it is no text; save it as PDF, .docx or UTF-8 text"),
    _("binary data, no letter (a letter is a PDF, .docx, .xml, .html or text file)"),
    _("a data file (JSON), not a letter"),
    _("not an ordinary file"),
)
_LIMITS = (
    _("%(count)s pages; a letter may have %(most)s: split the file"),
    _("%(size)s MB; a file may have %(most)s MB"),
    _("unpacks to more than a letter may have (%(text)s MB of text and %(size)s MB in all)"),
    _("unpacks to more than %(ratio)s times its size, as a zip bomb does"),
    _("unpacks to more than %(size)s MB; ingest it in parts"),
    _("more than %(count)s files in one archive; ingest it in parts"),
    _("archives inside archives more than %(depth)s deep; unpack it and ingest what it holds"),
    _("its path leads outside the archive"),
    _("a symbolic link, not a file"),
    _("a symbolic link that does not lead to a file in the same folder; name the file itself"),
    _("reading it took more than %(seconds)s seconds of processor time"),
    _("reading it took more than %(seconds)s seconds"),
    _("reading it took more memory than a letter may take"),
    _("the system ended the process that read it, most likely for want of memory"),
    _("no file was handed in; choose at least one"),
    _("%(count)s files; at one time %(most)s can be handed in: put them in a .zip"),
    _(
        "more than %(size)s MB; hand the files in by parts, or use `vraagbaak ingest` on the machine itself",
    ),
)
_FOLDER = (
    _("the folder cannot be opened: %(what)s"),
    _("cannot be opened: %(what)s"),
    _("cannot be read: %(what)s"),
    _("%(path)s cannot be read: %(what)s; run `vraagbaak verify`"),
    _("%(path)s cannot be read: %(what)s"),
    _("%(path)s has %(size)s bytes, not %(expected)s"),
    _("%(path)s has changed since it was written: %(what)s"),
    _("%(path)s has changed since it was written"),
    _("%(path)s does not fit together: it holds %(counts)s chunks"),
    _("%(path)s does not say which generation is in force"),
    _("%(path)s is not the generation that was put in force"),
    _("generation %(number)s is not the one that was put in force"),
    _(
        "%(path)s cannot be used: %(what)s; put the file back from a backup, or remove the letter (%(letter)s) and "
        "ingest its file again"
    ),
    _("its content has changed"),
    _("it was written by another version of the program"),
    _("it holds letter %(letter)s"),
    _("no letter %(letter)s is held"),
    _("no reading %(reading)s of letter %(letter)s is held"),
    _("the letter in it was removed meanwhile"),
    _("the letter was removed on %(date)s by %(name)s: %(why)s"),
    _("the letter was removed on %(date)s by %(name)s"),
    _("the letter was removed on %(date)s: %(why)s"),
    _("the letter was removed on %(date)s"),
    _("letter %(letter)s was removed on %(date)s by %(name)s: %(why)s"),
    _("letter %(letter)s was removed on %(date)s by %(name)s"),
    _("letter %(letter)s was removed on %(date)s: %(why)s"),
    _("letter %(letter)s was removed on %(date)s"),
)
_WORK = (
    _("%(trouble)s; hand the files in again then (none of them was taken)"),
    _(
        "no space is left to write %(path)s: %(work)s needs about %(needed)s and %(free)s is free; make room and try "
        "again (what served before goes on serving)"
    ),
    _(
        "no space is left to write %(path)s: %(free)s MB is free on the disk of %(data)s; make room and hand the files "
        "in again (none of them was taken)"
    ),
    _("a new generation"),
    _("what was handed in"),
    _("what is to be kept"),
    _("the backup"),
    _(
        "`vraagbaak %(command)s` (process %(process)s on %(host)s) is writing since %(since)s; try again when that is "
        "done"
    ),
    _("another process is writing; try again when that is done"),
    _("the process that does this was ended %(times)s times while it was at it"),
    _("the processes that read letters cannot be started: %(what)s"),
    _("they do not answer"),
    _("there is no generation %(number)s; on disk: %(held)s"),
    _("there is no earlier generation to go back to"),
    _("nothing was built yet: run `vraagbaak ingest PATH…`, then `vraagbaak build`"),
    _(
        "generation %(number)s was built with the encoder %(made)s, this program asks with %(asked)s: run "
        "`vraagbaak build`"
    ),
    _(
        "generation %(number)s was built with version %(made)s of the analysis of words, this program asks with "
        "version %(asked)s: run `vraagbaak build`"
    ),
    _("generation %(number)s was built before promises were recognised: run `vraagbaak build`"),
    _("%(path)s was made by a newer version of Vraagbaak (layout %(layout)s): update the program"),
    _("%(path)s was made by an older version of Vraagbaak (layout %(layout)s): run `vraagbaak build`"),
)
_SYSTEM = (
    _("No such file or directory"),
    _("Permission denied"),
    _("Input/output error"),
    _("File name too long"),
    _("Is a directory"),
    _("File is not a zip file"),
    _("Bad CRC-32 for file %(name)s"),
    _("Bad magic number for file header"),
    _("Bad magic number for central directory"),
    _("Truncated file header"),
    _("That compression method is not supported"),
)
KNOWN = (*_READING, *_KINDS, *_LIMITS, *_FOLDER, *_WORK, *_SYSTEM)
"""The forms of all lines that are known; of two that fit a line the first counts."""

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
_PLACE = re.compile(r"%\((\w+)\)s")


def _pattern(known: str) -> re.Pattern[str]:
    parts = _PLACE.split(known)
    texts = [re.escape(text) if place % 2 == 0 else f"(?P<{text}>.+?)" for place, text in enumerate(parts)]
    return re.compile("".join(texts), re.DOTALL)


_FORMS = tuple((known, _pattern(known)) for known in KNOWN)


@dataclass(frozen=True, slots=True)
class Explained:
    """What is wrong, and the next step where the line tells one; both in the language of the page."""

    what: str
    step: str = ""


def said(line: str) -> str:
    """A line of the layers below in the language of the page, with what it quotes of others."""
    explained = explain(line)
    return f"{explained.what}; {explained.step}" if explained.step else explained.what


def explain(line: str) -> Explained:
    """A line taken apart: "what is wrong; the next step"."""
    return _known(line) or Explained(str(gettext("Technical message: %(line)s", line=line)))


def _known(line: str) -> Explained | None:
    for known, form in _FORMS:
        match = form.fullmatch(line)
        if match:
            values = {name: _value(value) for name, value in match.groupdict().items()}
            what, _semicolon, step = str(gettext(known)).partition("; ")
            return Explained(what % values, step % values)
    return None


def _value(value: str) -> str:
    """What a line quotes: a line itself, a number of over three figures, which is written in English, or as it is."""
    if _THOUSANDS.fullmatch(value):
        return str(format_decimal(int(value.replace(",", ""))))
    return said(value) if _known(value) else value
