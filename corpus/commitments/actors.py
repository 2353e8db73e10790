"""Who acts for the government in a sentence: offices, the cabinet, and whoever signs the letter."""

_MORE_OF_NAME = r"(?:,? (?:en |& )?(?-i:[A-Z])[\w-]+){0,6}"  # "en Koninkrijksrelaties"
_MINISTRY = rf"(?-i:[A-Z])[\w-]*{_MORE_OF_NAME}"
OF_MINISTRY = rf"(?: (?:van|voor) {_MINISTRY})?"
"""What may stand behind an office: "van Justitie en Veiligheid"."""

# Behind an office with its article the first word may be small: "de minister voor rechtsbescherming".
NAMED_OFFICE = (
    r"de (?:toenmalig[e]? |huidige |nieuwe |demissionair[e]? )?(?:minister-president|ministers?"
    r"|staatssecretaris(?:sen)?"
    r"|bewindspersonen)"
    rf"(?: (?:van|voor) [\w-]+{_MORE_OF_NAME})?(?: en (?:ikzelf|ik))?"
)
_OWN = (
    r"ikzelf|ik|wij|we|(?:het|dit) (?:\w+ )?kabinet|de regering|(?:mijn|ons) (?:ministerie|departement)"
    rf"|het ministerie van {_MINISTRY}"
    rf"|(?:mijn|onze) (?:collega|ambtgenoot|ambtsgenoot|opvolger){OF_MINISTRY}"
)


def subject(group: str = "subject") -> str:
    """The shape of a subject that speaks for the government, in a group of this name."""
    return rf"(?P<{group}>(?:{_OWN}|{NAMED_OFFICE}))(?![\w-])"
