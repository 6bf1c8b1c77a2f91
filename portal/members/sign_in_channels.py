"""The channels of this app: signing in and out, and one's own account."""

from collections.abc import Iterable
from itertools import islice

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels

ADMIN = "quan-tri/"


def _sign_in_probes(planted: Planted) -> Iterable[Probe]:
    yield Probe(reverse("portal_sign_in"))
    yield Probe(reverse("portal_sign_out"))
    yield Probe(reverse("portal_sign_out"), "POST")
    yield Probe(reverse("access_admin_sign_in"))
    yield Probe(reverse("account_reset_password"))
    for page in islice(planted.pages, 3):
        yield Probe(f"{reverse('portal_sign_in')}?next={page.get_url()}")


def _account_probes(planted: Planted) -> Iterable[Probe]:
    yield Probe(reverse("mfa_index"))
    yield Probe(reverse("usersessions_list"))
    yield Probe(reverse("account_change_password"))
    yield Probe(reverse("members_change_email"))
    yield Probe(reverse("members_confirm_email", args=["khong-co"]))


def register() -> None:
    """Called when the app is ready."""
    for channel in (
        Channel(
            name="sign-in",
            description="Signing in and out, for readers and staff alike, and a new password by mail.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"access_admin_sign_in", "access_no_reset", "wagtailadmin_login"}),
            route_prefixes=(
                "dang-nhap/",
                "dang-xuat/",
                f"{ADMIN}login/",
                f"{ADMIN}logout/",
                f"{ADMIN}password_reset/",
            ),
            probes=_sign_in_probes,
        ),
        Channel(
            name="sign-in.security",
            description="One's own password, address, second factors and sessions; nothing of the portal's content.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            route_prefixes=("tai-khoan/bao-mat/",),
            probes=_account_probes,
        ),
    ):
        channels.register(channel)
