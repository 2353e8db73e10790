"""A reading in short, as tests compare it: its texts, its outline, its facts."""

from corpus.reading import FactName, Reading


def texts(reading: Reading) -> list[str]:
    """The texts of the paragraphs."""
    return [each.text for each in reading.paragraphs]


def outline(reading: Reading) -> list[tuple[str, str]]:
    """Kind and text of each paragraph."""
    return [(each.kind.value, each.text) for each in reading.paragraphs]


def numbered_outline(reading: Reading) -> list[tuple[str, str, str]]:
    """Kind, number and text of each paragraph."""
    return [(each.kind.value, each.number, each.text) for each in reading.paragraphs]


def facts(reading: Reading) -> dict[FactName, str]:
    """All facts; of one that is told more than once the last."""
    return {fact.name: fact.value for fact in reading.facts}


def values(reading: Reading, name: FactName) -> list[str]:
    """Every value of one fact, in the order of the reading."""
    return [fact.value for fact in reading.facts if fact.name is name]
