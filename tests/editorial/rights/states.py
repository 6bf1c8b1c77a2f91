"""The newsroom of the table: its people, and a page of any type brought into any state by their work."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser, User
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from news.models import Article
from portal.editorial.changes.services import give_reason
from portal.editorial.models.tasks import APPROVE, HOLD, RETURN
from portal.editorial.roles import ADMINISTRATOR, CHIEF, COMMITTEE_MEMBER, EDITOR, MEMBER, REPORTER
from portal.editorial.services import submit
from portal.editorial.take_down.services import take_down
from portal.models import GalleryPage, HomePage, NoticePage
from tests.editorial.conftest import client_of, fresh, person
from tests.factories import PortalImageFactory, SectionFactory

LATER = timezone.now().replace(microsecond=0) + timedelta(days=2)
FIRST, SECOND, THIRD = "Chi bộ họp bàn việc làng", "Chi bộ họp bàn việc làng, việc xã", "Thêm ý kiến của bà con"


@dataclass
class Newsroom:
    """People by the names that the table's columns have, and one page."""

    people: dict[str, User | AnonymousUser]
    model: type[Page]
    parent: Page
    elsewhere: Page
    page: Page = field(init=False)
    #: Where the page waits in its workflow.
    step: int | None = None
    #: Forms of new pages below, by address, before anybody touches them.
    forms: dict[str, dict[str, str]] = field(default_factory=dict)
    #: What the editor's script sends of the page's texts, where there are any.
    streams: dict[str, str] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        user = self.people[role]
        return client_of(user) if isinstance(user, User) else Client()

    def user(self, role: str) -> User:
        user = self.people[role]
        assert isinstance(user, User)
        return user

    def act(self, role: str, action: str) -> None:
        """At the step where the page waits."""
        step = fresh(self.page).current_workflow_task_state
        step.task.specific.on_action(step, self.user(role), action, comment="Cần thêm số liệu")


def newsroom(model: type[Page], home: HomePage) -> Newsroom:
    people: dict[str, User | AnonymousUser] = {
        "visitor": AnonymousUser(),
        "member": person("dangvien", MEMBER),
        "committee": person("capuyvien", MEMBER, COMMITTEE_MEMBER),
        "author": person("tacgia", REPORTER, MEMBER),
        "reporter": person("phongvien", REPORTER, MEMBER),
        "editor": person("bientap", EDITOR, MEMBER),
        "chief": person("truongban", CHIEF, MEMBER),
        "administrator": person("quantri", ADMINISTRATOR, MEMBER),
        "superuser": person("toanquyen", is_superuser=True, is_staff=True),
    }
    parent = _parent_of(model, home)
    elsewhere = _parent_of(model, home)
    SectionFactory(parent=fresh(home), title="Mục cuối", slug="muc-cuoi")  # so that a page moved to the end has moved
    return Newsroom(people, model, fresh(parent), fresh(elsewhere))


def _parent_of(model: type[Page], home: HomePage) -> Page:
    """A new place for a page of ``model``; the home page where it stands nowhere else."""
    parents = [parent for parent in model.allowed_parent_page_models() if parent is not HomePage]
    if not parents or HomePage not in parents[0].allowed_parent_page_models():
        return home
    place = parents[0](title="Nơi đặt trang", slug=f"noi-dat-{fresh(home).numchild}", live=False)
    fresh(home).add_child(instance=place)
    place.save_revision()
    return place


def _required_content(room: Newsroom) -> dict[str, Any]:
    if room.model is NoticePage:
        return {"text": "<p>Đảng uỷ xã thông báo lịch tiếp công dân.</p>"}
    if room.model is GalleryPage:
        image: Any = PortalImageFactory()
        picture = {"image": image.pk, "alt_text": "Bà con làm đường"}
        item = {"deleted": "", "order": "0", "id": "", "type": "item", "value": picture}
        pictures = ("pictures", {"count": "1", "0": item})
        room.streams = {k: str(v) for k, v in nested_form_data({"pictures": streamfield([pictures])}).items()}
        stored = {"type": "item", "id": str(uuid4()), "value": picture}
        return {"pictures": [{"type": "pictures", "value": [stored]}]}
    return {}


def _draft(room: Newsroom) -> None:
    """Two versions by the author; the home page, of which there is one, is live from the start and gets a draft."""
    author = room.user("author")
    if room.model is HomePage:
        room.page = HomePage.objects.get()
    else:
        values = {"title": FIRST, "slug": "chi-bo-hop", "live": False, "owner": author}
        room.page = room.model(**values, **_required_content(room))
        room.parent.add_child(instance=room.page)
        room.page.save_revision(user=author)
    _rewrite(room, "author", title=SECOND)


def _rewrite(room: Newsroom, role: str, **values: Any) -> None:
    page = fresh(room.page).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=room.user(role))
    if room.model is Article:
        give_reason(page, "Bổ sung số liệu", by=room.user(role))


def _schedule(room: Newsroom) -> None:
    _rewrite(room, "author", go_live_at=LATER)
    submit(fresh(room.page), by=room.user("author"))
    room.act("editor", APPROVE)
    room.act("chief", APPROVE)


#: Each state, the one before it, and what somebody does in between.
STATES: dict[str, tuple[str, Callable[[Newsroom], object]]] = {
    "draft": ("", _draft),
    "with editor": ("draft", lambda room: submit(fresh(room.page), by=room.user("author"))),
    "with chief": ("with editor", lambda room: room.act("editor", APPROVE)),
    "returned": ("with chief", lambda room: room.act("chief", RETURN)),
    "ready": ("with chief", lambda room: room.act("chief", HOLD)),
    "scheduled": ("draft", _schedule),
    "live": ("with chief", lambda room: room.act("chief", APPROVE)),
    "live + draft": ("live", lambda room: _rewrite(room, "editor", title=THIRD)),
    "taken down": (
        "live",
        lambda room: take_down(fresh(room.page), by=room.user("chief"), reason="Sai số liệu"),
    ),
    "expired": ("live", lambda room: fresh(room.page).unpublish(set_expired=True)),
}


def bring_into(state: str, room: Newsroom, *, here: str = "") -> None:
    """From the state ``here``, or from nothing, by all that lies between."""
    before, step = STATES[state]
    if before != here:
        bring_into(before, room, here=here)
    step(room)
    room.page = fresh(room.page)
    waits = room.page.current_workflow_task_state
    room.step = waits.pk if waits is not None else None
