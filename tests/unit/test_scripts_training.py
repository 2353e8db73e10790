"""The parts of the encoder's training that decide what it learns."""

from collections import Counter

import numpy as np
import pytest
import torch
from torch.nn import functional

from scripts.training import bags, export, lexicon, loop, measures, pairs, parts, vocabulary
from scripts.training.bm25 import Bm25
from scripts.training.sources import Exchange

WORDS = Counter(
    {
        "jeugd": 90,
        "zorg": 80,
        "jeugdzorg": 40,
        "houders": 30,
        "status": 30,
        "statushouders": 20,
        "wachten": 20,
        "wacht": 9,
    }
)


def test_a_compound_is_one_token_when_frequent_and_falls_into_known_words_when_rare() -> None:
    """`jeugdzorg` stays whole; `zorgstatus`, never seen, becomes `zorg` and `status`."""
    tokenizer = vocabulary.build(WORDS + Counter("abcdefghijklmnopqrstuvwxyz" * 30), size=60, pieces=0)
    assert tokenizer.encode("Jeugdzorg").tokens == ["jeugdzorg"]
    assert tokenizer.encode("zorgstatus").tokens == ["zorg", "status"]


def test_accents_and_capitals_make_no_difference() -> None:
    """`CAFÉS` and `cafes` are counted as one word."""
    assert vocabulary.count_words(["CAFÉS cafes", "(cafés)"]) == Counter({"cafes": 3})


def test_a_compound_is_split_at_known_words_with_a_linking_letter_between() -> None:
    """`statushouders` has two parts, and so has `verkeersveiligheid`, whose linking s belongs to none."""
    known = {"status": -3.0, "houders": -3.0, "verkeer": -3.0, "veiligheid": -3.0}
    assert parts.split("statushouders", known) == ["status", "houders"]
    assert parts.split("verkeersveiligheid", known) == ["verkeer", "veiligheid"]
    assert parts.split("veiligheid", known) == []


def test_a_compound_is_made_of_itself_its_parts_and_the_stems_that_others_share() -> None:
    """The row of `jeugdzorg` adds up itself, `jeugd` and `zorg`; `wachten` and `wacht` meet in their stem."""
    tokens = sorted(WORDS)
    sharing = parts.sharing(tokens, WORDS, Counter(), share=0.5).toarray()
    row = sharing[tokens.index("jeugdzorg")]
    assert [row[tokens.index(token)] for token in ("jeugdzorg", "jeugd", "zorg", "status")] == [1, 0.5, 0.5, 0]
    shared = sharing[:, len(tokens) :]
    assert shared[tokens.index("wachten")] @ shared[tokens.index("wacht")] > 0
    assert shared[tokens.index("wachten")] @ shared[tokens.index("status")] == 0


def test_the_contrast_is_the_mean_of_both_cross_entropies() -> None:
    """Loss and gradients equal those of torch's own function, up to the rounding of bfloat16."""
    generator = torch.Generator().manual_seed(1)
    left, right = (functional.normalize(torch.randn(64, 32, generator=generator), dim=1) for _ in range(2))
    right = functional.normalize(left + 0.3 * right, dim=1)
    left.requires_grad_()
    same = torch.rand(64, 64, generator=generator) < 0.05
    same.fill_diagonal_(fill_value=False)
    scores = (left @ right.T / 0.1).masked_fill(same, float("-inf"))
    wanted = torch.arange(64)
    expected = (functional.cross_entropy(scores, wanted) + functional.cross_entropy(scores.T, wanted)) / 2
    actual = loop.contrast(left, right, same, 0.1)
    assert actual.item() == pytest.approx(expected.item(), rel=0.02)
    gradients = [torch.autograd.grad(loss, left)[0] for loss in (expected, actual)]
    assert functional.cosine_similarity(gradients[0].flatten(), gradients[1].flatten(), dim=0) > 0.999


def test_training_brings_pairs_together_and_the_same_seed_gives_the_same_table() -> None:
    """After fifty steps each left text finds its own right text; a second run ends in the same bits."""
    tokens = np.arange(40, dtype=np.int32)
    left = bags.Bags(tokens[:20], np.arange(21))
    right = bags.Bags(tokens[20:], np.arange(21))
    source = pairs.Pairs("toy", left, right, np.arange(20), np.arange(20, 40), 1.0)
    sharing = parts.sharing([f"{number}" for number in range(40)], Counter(), Counter(), share=1.0)
    tables = []
    for _ in range(2):
        start = torch.randn(40, 8, generator=torch.Generator().manual_seed(3))
        table = loop.Table(start, sharing)
        settings = loop.Settings(steps=50, batch=20, rate=0.1, dropped=0.0)
        loop.train(table, [source], settings, lambda _step, _losses: None, seed=5)
        tables.append(table.vectors())
    units = functional.normalize(tables[0], dim=1)
    assert (units[:20] @ units[20:].T).argmax(dim=1).tolist() == list(range(20))
    torch.testing.assert_close(tables[0], tables[1], rtol=0, atol=0)


def test_a_span_of_a_long_text_is_taken_and_no_bag_is_ever_empty() -> None:
    """Of 50 tokens a span of 10 in a row is left; even when nearly all tokens are dropped, one stays."""
    texts = bags.Bags(np.arange(100, dtype=np.int32), np.array([0, 50, 51, 100]))
    tokens, offsets = texts.take(np.array([0, 1, 2]), np.random.default_rng(1), longest=10, dropped=0.0)
    assert offsets.tolist() == [0, 10, 11]
    assert np.diff(tokens[:10]).tolist() == [1] * 9
    _, offsets = texts.take(np.array([0, 1, 2]), np.random.default_rng(1), longest=10, dropped=0.999)
    assert offsets.tolist() == [0, 1, 2]


def test_numbered_questions_meet_the_answers_of_the_same_number() -> None:
    """Two questions and two answers make two pairs; a count that differs makes none."""
    question = "Inleiding. 1. Hoeveel bruggen zijn er gesloten?2. Wanneer gaan de bruggen weer open?"
    answer = "1. Er zijn zes bruggen gesloten geweest. 2. De bruggen gaan in mei weer open."
    assert pairs.numbered_pairs([Exchange("a", "", question, answer)]) == [
        ("Hoeveel bruggen zijn er gesloten?", "Er zijn zes bruggen gesloten geweest."),
        ("Wanneer gaan de bruggen weer open?", "De bruggen gaan in mei weer open."),
    ]
    assert pairs.numbered_pairs([Exchange("a", "", question, "1. Er zijn zes bruggen gesloten geweest.")]) == []


def test_a_dutch_token_gets_the_english_one_that_is_nearest() -> None:
    """`huis` lies beside `house`; `fiets` lies beside nothing and stays itself."""
    tokens = ["[UNK]", "huis", "fiets", *(f"{letter}woord" for letter in "abcdefghijk"), "house"]
    vectors = torch.eye(len(tokens))
    vectors[-1] = vectors[1]
    english = Counter(dict.fromkeys(tokens[3:], 9))
    counterparts = lexicon.english_tokens(vectors, tokens, Counter({"huis": 5, "fiets": 5}), english)
    assert tokens[counterparts[1]] == "house"
    assert tokens[counterparts[2]] == "fiets"


def test_eight_bit_steps_keep_the_direction_of_a_row() -> None:
    """A row and its rounded form have a cosine of more than 0.9999; a row of zeros stays so."""
    table = np.random.default_rng(1).normal(size=(50, 64)).astype(np.float32)
    table[0] = 0
    steps, sizes = export.quantise(table)
    restored = steps * sizes[:, None]
    assert np.abs(restored[0]).max() == 0
    cosines = (restored[1:] * table[1:]).sum(axis=1) / np.linalg.norm(restored[1:], axis=1)
    assert (cosines / np.linalg.norm(table[1:], axis=1)).min() > 0.9999


def test_equal_scores_count_against_the_wanted_document() -> None:
    """Second among three, and third when it ties with the third: (1/2 + 1/3) / 2."""
    scores = np.array([[0.9, 0.5, 0.1], [0.9, 0.5, 0.5]], dtype=np.float32)
    assert measures.mean_reciprocal_rank(scores, np.array([1, 1])) == pytest.approx((1 / 2 + 1 / 3) / 2)


def test_bm25_scores_by_its_formula() -> None:
    """One document of two holds the word, once, at average length: it alone scores, one after division."""
    scores = Bm25(["de brug ligt open", "de boot vaart weg"]).scores(["bruggen", "de boot"])
    np.testing.assert_allclose(scores[0], [1, 0])
    assert scores[1][1] == 1
    assert scores[1][0] == pytest.approx(np.log(1.2) / (np.log(1.2) + np.log(2)), rel=1e-5)
