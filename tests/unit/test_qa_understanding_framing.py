"""The words that only say that somebody asks are no part of what is asked about."""

import pytest

from qa.understanding.framing import unframed


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Hoe zit het met de huisvesting van arbeidsmigranten?", "de huisvesting van arbeidsmigranten"),
        ("hoe staat het er nu voor met de jeugdzorg", "de jeugdzorg"),
        ("Wat is de stand van zaken rondom de kerncentrale in Borssele?", "de kerncentrale in Borssele"),
        ("Wat is er bekend over PFAS?", "PFAS"),
        ("Kun je me vertellen wanneer de evaluatie komt?", "wanneer de evaluatie komt"),
        ("Ik zoek informatie over laaggeletterdheid.", "laaggeletterdheid"),
        ("Vertel mij iets over de kinderopvangtoeslag", "de kinderopvangtoeslag"),
        ("What about nuclear power plants?", "nuclear power plants"),
        ("Can you tell me what the minister promised?", "what the minister promised"),
        ("What do we know about drinking water?", "drinking water"),
        ("I'm looking for motions on housing", "motions on housing"),
    ],
)
def test_the_frame_is_left_out(question: str, subject: str) -> None:
    """What is left names the subject, or asks the question itself."""
    assert unframed(question) == subject


@pytest.mark.parametrize(
    "question",
    [
        "Wat is er toegezegd aan Aartsen?",
        "Hoe hoog is de boete?",
        "Wat zegt de minister over de woningnood?",
        "What was promised to Aartsen?",
        "How much is the fine?",
        "statushouders",
        "Hoe zit het?",
    ],
)
def test_other_questions_stay_as_they_are(question: str) -> None:
    """Only a frame with something in it is taken off."""
    assert unframed(question) == question
