"""``manage.py search_index VERB``: entries and index compared, mended, built anew, told of."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.engines.elastic.client import NotConfigured
from search.index.writing import IndexUnavailable
from search.indexing.verbs import NotInOrder, verbs


class Command(BaseCommand):
    help = "Keep what search knows as the pages are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        commands = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        for verb in verbs:
            verb.add_arguments(commands.add_parser(verb.name, help=verb.help))

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        by_name = {one.name: one for one in verbs}
        try:
            by_name[verb].run(options, self.stdout.write)
        except NotInOrder as found:
            raise CommandError(str(found)) from found
        except NotConfigured as problem:
            raise CommandError(_("ELASTICSEARCH_URL is not set.")) from problem
        except IndexUnavailable as problem:
            raise CommandError(_("Elasticsearch: %(problem)s") % {"problem": problem}) from problem
