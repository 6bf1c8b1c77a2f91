"""``manage.py search_index VERB``: the index rebuilt, compared with the database, told of."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.engines.elastic.client import NotConfigured
from search.index.verbs import check_index, prune_indices, rebuild_index, tell_index
from search.index.writing import IndexUnavailable


class Command(BaseCommand):
    help = "Keep the search index as the database is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        rebuilding = verbs.add_parser("rebuild", help="build the index anew while the old one is searched")
        rebuilding.add_argument("--afresh", action="store_true", help="give up what an earlier attempt has begun")
        checking = verbs.add_parser("check", help="compare database and index")
        checking.add_argument("--fix", action="store_true", help="mend what differs")
        verbs.add_parser("status", help="say what is there")
        verbs.add_parser("prune", help="remove indices that nothing uses")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        say = self.stdout.write
        try:
            if verb == "rebuild":
                rebuild_index(options, say)
            elif verb == "prune":
                prune_indices(options, say)
            elif verb == "status":
                tell_index(say)
            elif not check_index(options["fix"], say):
                raise CommandError(_("Not all is in order. Mend it with: search_index check --fix"))
        except NotConfigured as problem:
            raise CommandError(_("ELASTICSEARCH_URL is not set.")) from problem
        except IndexUnavailable as problem:
            raise CommandError(_("Elasticsearch: %(problem)s") % {"problem": problem}) from problem
