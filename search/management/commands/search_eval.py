"""``manage.py search_eval``: how well judged queries find what they should, through the code that answers visitors."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from elastic_transport import TransportError
from elasticsearch import ApiError
from elasticsearch.helpers import BulkIndexError

from search.engines.elastic.client import NotConfigured, client
from search.evaluation import in_database
from search.evaluation.judged import JudgedQuery, Unreadable, entries_in, judged_queries
from search.evaluation.measures import Interval, interval, ndcg, percentile, recall, reciprocal_rank
from search.evaluation.running import Answer, answers, throw_away_index


class Command(BaseCommand):
    help = (
        "Loads a corpus into an index of its own, asks each judged query as the site would, and prints how good the "
        "answers are. Elasticsearch needs ELASTICSEARCH_URL, the database engine a database in memory or the right to "
        "make one. The site's own index and database are not touched."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--corpus", type=Path, required=True, help="JSON lines: id, title, text; also .gz")
        parser.add_argument("--queries", type=Path, required=True, help="JSON lines: id, text")
        parser.add_argument("--qrels", type=Path, required=True, help="tab-separated: query_id, doc_id, relevance")
        parser.add_argument("--engine", choices=["elasticsearch", "database"], default="elasticsearch")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            queries = judged_queries(options["queries"], options["qrels"])
            if not queries:
                raise CommandError(_("No query has a judgement: do the two files belong together?"))
            ask = _with_database if options["engine"] == "database" else _with_elasticsearch
            answered = ask(queries, options["corpus"])
        except Unreadable as problem:
            raise CommandError(_("Cannot be read: %(problem)s") % {"problem": problem}) from problem
        except NotConfigured as problem:
            raise CommandError(_("ELASTICSEARCH_URL is not set: name the server to measure with.")) from problem
        except (ApiError, BulkIndexError, TransportError) as problem:
            raise CommandError(_("Elasticsearch: %(problem)s") % {"problem": problem}) from problem
        self.stdout.write(_as_json(answered) if options["json"] else _as_table(answered))


def _with_elasticsearch(queries: Sequence[JudgedQuery], corpus: Path) -> list[Answer]:
    with throw_away_index(client(), entries_in(corpus)) as (index, known):
        return list(answers(client(), index, queries, known))


def _with_database(queries: Sequence[JudgedQuery], corpus: Path) -> list[Answer]:
    with in_database.throw_away_database(entries_in(corpus)) as (keys, known):
        return list(in_database.answers(queries, keys, known))


def _measured(answered: Sequence[Answer]) -> dict[str, Interval]:
    pairs = [(answer.ranking, answer.query.relevance) for answer in answered]
    return {
        "mrr@10": interval([reciprocal_rank(*pair) for pair in pairs]),
        "ndcg@10": interval([ndcg(*pair) for pair in pairs]),
        "recall@10": interval([recall(*pair, 10) for pair in pairs]),
        "recall@100": interval([recall(*pair, 100) for pair in pairs]),
    }


def _times(answered: Sequence[Answer]) -> dict[str, float]:
    taken = [answer.milliseconds for answer in answered]
    return {f"p{percent}_ms": round(percentile(taken, percent), 2) for percent in (50, 95)}


def _as_json(answered: Sequence[Answer]) -> str:
    measured = _measured(answered)
    return json.dumps(
        {
            **{name: round(value.mean, 4) for name, value in measured.items()},
            **_times(answered),
            "queries": len(answered),
            "intervals": {name: [round(value.low, 4), round(value.high, 4)] for name, value in measured.items()},
        }
    )


def _as_table(answered: Sequence[Answer]) -> str:
    lines = [f"{name:<10}  {v.mean:.4f}  [{v.low:.4f} – {v.high:.4f}]" for name, v in _measured(answered).items()]
    lines += [f"{name:<10}  {value:.2f}" for name, value in _times(answered).items()]
    return "\n".join([*lines, f"{'queries':<10}  {len(answered)}"])
