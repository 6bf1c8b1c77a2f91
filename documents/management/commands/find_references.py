"""``manage.py find_references FILE|-``: the documents that a text names, one JSON object a line."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from documents.references import find

FIELDS = ("start", "end", "text", "kind", "number", "code", "issuer", "date", "year", "term", "key")


class Command(BaseCommand):
    """Places are counted in code points of the text as it stands in the file, line ends included."""

    help = "Print the documents that a text names, one JSON object a line."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="A text in UTF-8, or - for the standard input.")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        for mention in find(_text_of(file)):
            facts = asdict(mention)
            self.stdout.write(json.dumps({name: facts[name] for name in FIELDS}, ensure_ascii=False))


def _text_of(file: str) -> str:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode()
    except OSError as error:
        raise CommandError(
            _("The file cannot be read (%(error)s). Check that it is there and that you may read it.")
            % {"error": error}
        ) from error
    except UnicodeDecodeError as error:
        raise CommandError(_("%(file)s is not a text in UTF-8.") % {"file": file}) from error
