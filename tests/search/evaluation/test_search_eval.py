"""The command that measures, on the real server."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.measures import interval, ndcg
from tests.search.conftest import TEXTS
from tools.project import ROOT

SHARED = Path(__file__).resolve().parents[4] / "shared" / "retrieval"
#: A question, its form without marks and as raw keys, and the text that answers it.
QUESTIONS = [
    ("Chi bộ sinh hoạt thường kỳ mấy lần?", "chi bo sinh hoat thuong ky may lan", 1),
    ("miễn sinh hoạt đảng", "mieenx sinh hoatj ddangr", 2),
    ("Mức đóng đảng phí là bao nhiêu?", "muc dong dang phi la bao nhieu", 4),
    ("bán báo", "bans baos", 5),
]


def write_lines(path: Path, rows) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return path


@pytest.fixture
def judged(tmp_path) -> dict[str, Path]:
    corpus = tmp_path / "corpus.jsonl.gz"
    rows = [{"id": f"d{number}", "title": "", "text": text} for number, text in enumerate(TEXTS)]
    corpus.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    asked = [{"id": f"q{n}{v}", "text": texts[v]} for n, texts in enumerate(QUESTIONS) for v in (0, 1)]
    queries = write_lines(tmp_path / "queries.jsonl", [*asked, {"id": "nobody judged", "text": "chi bộ"}])
    lines = [f"q{n}{v}\td{answer}\t1" for n, (*_texts, answer) in enumerate(QUESTIONS) for v in (0, 1)]
    qrels = tmp_path / "qrels.tsv"
    qrels.write_text("\n".join(["query_id\tdoc_id\trelevance", *lines]) + "\n")
    return {"corpus": corpus, "queries": queries, "qrels": qrels}


def evaluated(capsys, **files: Path) -> dict:
    call_command("search_eval", **files, json=True)
    return json.loads(capsys.readouterr().out)


def test_each_question_finds_its_text_first_however_it_is_typed(server, judged, capsys):
    found = evaluated(capsys, **judged)
    assert found["queries"] == 8
    assert found["ndcg@10"] == found["mrr@10"] == found["recall@10"] == found["recall@100"] == 1
    assert 0 < found["p50_ms"] <= found["p95_ms"]


def test_the_index_is_gone_afterwards_whatever_happened(server, judged, capsys):
    before = set(server.indices.get(index="portal-evaluation-*"))
    evaluated(capsys, **judged)
    judged["corpus"] = write_lines(judged["queries"].with_name("broken.jsonl"), [{"title": "không có id"}])
    with pytest.raises(CommandError, match=r"broken\.jsonl:1"):
        call_command("search_eval", **judged)
    assert set(server.indices.get(index="portal-evaluation-*")) == before


def test_a_table_names_every_measure(server, judged, capsys):
    call_command("search_eval", **judged)
    printed = capsys.readouterr().out
    assert all(
        name in printed for name in ("mrr@10", "ndcg@10", "recall@10", "recall@100", "p50_ms", "p95_ms", "queries")
    )


@pytest.mark.parametrize("broken", ["q1 d1", "q1\td1\tnhiều"])
def test_a_broken_judgement_is_named_with_its_line(server, judged, broken):
    judged["qrels"].write_text(f"query_id\tdoc_id\trelevance\n{broken}\n")
    with pytest.raises(CommandError, match=r"qrels\.tsv:2"):
        call_command("search_eval", **judged)


def test_files_that_do_not_belong_together_are_refused(server, judged):
    judged["qrels"].write_text("query_id\tdoc_id\trelevance\nkhác\td1\t1\n")
    with pytest.raises(CommandError, match="có cùng một bộ"):
        call_command("search_eval", **judged)


def test_without_a_server_the_command_says_which_setting_is_missing(settings, judged):
    settings.ELASTICSEARCH_URLS = []
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search_eval", **judged)


def test_a_server_that_does_not_answer_is_no_traceback(settings, judged):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    with pytest.raises(CommandError, match="Elasticsearch"):
        call_command("search_eval", **judged)


def test_an_interval_holds_the_mean_and_narrows_with_more_queries():
    few, many = interval([0, 1] * 10), interval([0, 1] * 1000)
    assert few.low < few.mean == 0.5 < few.high
    assert many.high - many.low < few.high - few.low


def test_graded_judgements_want_the_best_first():
    assert ndcg(["a", "b"], {"a": 2, "b": 1}) == 1 > ndcg(["b", "a"], {"a": 2, "b": 1}) > 0


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the judged sets are not beside the project")
@pytest.mark.parametrize(
    ("judged_set", "variant", "at_least"),
    [("legal", "accented", 0.872), ("legal", "stripped", 0.872), ("short", "accented", 0.895), ("short", "half", 0.895),
     ("short", "stripped", 0.89), ("short", "telex", 0.97 * 0.895)],
)  # fmt: skip
def test_judged_sets_reach_their_marks(server, capsys, record_property, judged_set, variant, at_least):
    folder = SHARED / judged_set
    found = evaluated(
        capsys,
        corpus=folder / "corpus.jsonl.gz",
        queries=folder / f"queries.{variant}.jsonl",
        qrels=folder / "qrels.tsv",
    )
    record_property("measured", f"search_eval {judged_set} {variant}: nDCG@10 {found['ndcg@10']}")
    assert found["ndcg@10"] >= at_least


def test_the_database_engine_is_measured_in_a_database_of_its_own(judged, tmp_path):
    command = [sys.executable, "manage.py", "search_eval", "--engine", "database", "--json"]
    command += [part for name, file in judged.items() for part in (f"--{name}", str(file))]
    environment = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
    environment |= {"DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}", "PORTAL_VAR_DIR": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.dev"
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    assert found["queries"] == 8
    assert found["ndcg@10"] == found["recall@100"] == 1
    assert not (tmp_path / "site.sqlite3").exists() or not (tmp_path / "site.sqlite3").stat().st_size
