"""The channel of the desk: only staff enter, and see there what Wagtail's explorer shows them."""

from collections.abc import Iterable

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows
from portal.access.own_channels import ADMIN
from portal.editorial.desk.states import STATES


def _probes(planted: Planted) -> Iterable[Probe]:
    names = ("waiting", *(state.name for state in STATES))
    lists = [Probe(reverse(f"desk_{name}:{view}")) for name in names for view in ("index", "index_results")]
    return [*lists, Probe(reverse("desk_board")), Probe(reverse("desk_calendar"))]


CHANNEL = Channel(
    name="admin.desk",
    description="The editorial desk in the admin: what waits for whom, and lists by state, the board, the calendar.",
    shows=Shows.STAFF_ALL,
    route_prefixes=(f"{ADMIN}ban-bien-tap/",),
    probes=_probes,
)
