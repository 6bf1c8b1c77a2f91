"""What search has the outbox and the scheduler do."""

from django.utils.translation import gettext_lazy as _

from portal.outbox.registry import EffectKind, effect_kinds
from portal.registry import scheduled_jobs
from search import popularity, services
from search.indexing import effects, syncing
from search.language import learning
from search.log import forgetting
from search.popular import choosing


def register() -> None:
    """Called when the app is ready."""
    effect_kinds.register(EffectKind(effects.PAGES, _("entry of a page for search"), services.carry_out_pages))
    effect_kinds.register(EffectKind(effects.PLACES, _("places of entries for search"), services.carry_out_places))
    effect_kinds.register(EffectKind(effects.SEND, _("entries for Elasticsearch"), services.carry_out_send))
    scheduled_jobs.register(syncing.JOB)
    scheduled_jobs.register(learning.JOB)
    scheduled_jobs.register(forgetting.JOB)
    scheduled_jobs.register(choosing.JOB)
    scheduled_jobs.register(popularity.JOB)
