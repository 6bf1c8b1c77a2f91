"""What the index adds to ``manage.py search_index``."""

from django.utils.translation import gettext as _

from search.engines.elastic.client import is_configured
from search.index.verbs import check_index, prune_indices, rebuild_index, tell_index
from search.indexing.verbs import Part, Say, Verb, parts_of_the_index, verbs


def register() -> None:
    """Called when the app is ready."""
    verbs.register(
        Verb(
            "rebuild",
            "build the index anew while the old one is searched",
            rebuild_index,
            lambda parser: parser.add_argument(
                "--afresh", action="store_true", help="give up what an earlier attempt has begun"
            ),
        )
    )
    verbs.register(Verb("prune", "remove indices that nothing uses", prune_indices))
    parts_of_the_index.register(Part("index", _check, _tell))


def _check(fix: bool, say: Say) -> bool:
    return check_index(fix, say) if is_configured() else True


def _tell(say: Say) -> None:
    if is_configured():
        tell_index(say)
    else:
        say(_("No Elasticsearch: the database is searched"))
