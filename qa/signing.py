"""Who corrects, and why: asked of everybody who puts something in the place of what was read."""

from qa.errors import BadCorrection


def required_name(by: str) -> str:
    """The name with one space between words; raises BadCorrection without one."""
    by = " ".join(by.split())
    if not by:
        raise BadCorrection("Zeg wie dit corrigeert. / Say who makes this correction.")
    return by


def required_reason(reason: str) -> str:
    """The reason with one space between words; raises BadCorrection without one."""
    reason = " ".join(reason.split())
    if not reason:
        raise BadCorrection("Geef een reden voor de correctie. / Give a reason for the correction.")
    return reason
