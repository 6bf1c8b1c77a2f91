"""``manage.py search_index VERB``: entries and index compared, mended, told of."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

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
