"""Forms of Dutch verbs."""

_VOWELS = "aeiou"


def verb_stems(word: str) -> list[str]:
    """What an infinitive leaves without its ending: "sparen" gives "spaar", "regeren" both "reger" and "regeer"."""
    stem = word[:-2]
    if not word.endswith("en") or len(stem) < 4:
        return []
    found = []
    if stem[-1] == stem[-2]:
        found.append(stem[:-1])
    elif stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
        if stem[-2] == "e" and stem[-1] in "lnr":
            found.append(stem)
        found.append(f"{stem[:-2]}{stem[-2] * 2}{stem[-1]}")
    else:
        found.append(stem)
    return [form[:-1] + {"v": "f", "z": "s"}.get(form[-1], form[-1]) for form in found]
