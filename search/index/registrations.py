"""What the index adds to ``manage.py search_index``."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from portal.text import format_number
from search.engines.elastic.client import is_configured
from search.index.verbs import check_index, prune_indices, rebuild_index, tell_index
from search.indexing.verbs import Part, Say, Verb, parts_of_the_index, verbs
from search.language.learning import learn


def register() -> None:
    """Called when the app is ready."""
    verbs.register(
        Verb(
            "rebuild",
            "build the index anew while the old one is searched",
            _rebuild,
            lambda parser: parser.add_argument(
                "--afresh", action="store_true", help="give up what an earlier attempt has begun"
            ),
        )
    )
    verbs.register(Verb("prune", "remove indices that nothing uses", prune_indices))
    parts_of_the_index.register(Part("index", _check, _tell))


def _rebuild(options: Mapping[str, Any], say: Say) -> None:
    """The index, and what its texts teach."""
    rebuild_index(options, say)
    learned = learn()
    say(_("Syllables learned from %(count)s entries.") % {"count": format_number(learned.entries)})


def _check(fix: bool, say: Say) -> bool:
    return check_index(fix, say) if is_configured() else True


def _tell(say: Say) -> None:
    if is_configured():
        tell_index(say)
    else:
        say(_("No Elasticsearch: the database is searched"))
