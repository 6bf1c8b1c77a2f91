"""What the readings count for."""

from search.query.understanding import understand
from search.query.weights import weights_for


def test_pairs_count_more_the_longer_the_query_and_words_the_same():
    weights = [weights_for(words) for words in range(1, 60)]
    pairs = [each.pairs for each in weights]
    assert pairs == sorted(pairs)
    assert pairs[0] < weights[0].syllables < pairs[-1]
    assert {each.syllables for each in weights} == {weights[0].syllables}


def test_a_query_falls_into_runs_and_those_that_ask_reach_into_their_neighbours(known):
    query = understand("mức đóng đảng phí là bao nhiêu ở chi bộ", known)
    assert [" ".join(run.words) for run in query.runs()] == ["mức đóng đảng phí", "là bao nhiêu", "ở chi bộ"]
    assert [" ".join(run.words) for run in query.runs(overlap=1)] == [
        "mức đóng đảng phí",
        "phí là bao nhiêu ở",
        "ở chi bộ",
    ]
    assert [run.asks for run in query.runs()] == [False, True, False]
    assert query.telling == 7
