"""What is the matter with a row of the official register, in words."""

from flask_babel import gettext

from qa.commitments.official_file import Reason, Trouble


def trouble_line(trouble: Trouble) -> str:
    """Place, number and reason of a row that could not be read, or not wholly; in English outside a request."""
    reasons = {
        Reason.NOT_A_ROW: gettext("no row of a register: left out"),
        Reason.NO_NUMBER: gettext("no number such as TZ202503-014: left out"),
        Reason.NO_TEXT: gettext("no text: left out"),
        Reason.DATE: gettext("a date that cannot be read: taken in without it"),
        Reason.TWICE: gettext("stands there twice: the last one counts"),
    }
    told = trouble.detail or trouble.number
    place = gettext("row %(place)s", place=trouble.place)
    return f"{place}{f' ({told})' if told else ''}: {reasons[trouble.reason]}"
