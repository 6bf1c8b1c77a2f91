"""The actions of the table: what a browser sends, how the database tells that it was done, where the button is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.action_menu import PublishMenuItem, SaveDraftMenuItem, WorkflowMenuItem
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction, Revision

from documents.models import DocumentType, Issuer, OfficialDocument
from portal.access.levels import Level
from portal.editorial.models import ChiefApprovalTask, EditorTask
from portal.editorial.take_down.models import TakenDown
from tests.editorial.conftest import fresh
from tests.editorial.rights.states import FIRST, LATER, Newsroom
from tests.reading import edit_form

Fields = dict[str, str]
CHANGED = "Tiêu đề đã sửa"
TOMORROW = timezone.localtime(LATER - timedelta(days=1)).replace(second=0)


@dataclass
class Desktop:
    """One person before one page: his browser, and the form as it stands before anybody touches it."""

    room: Newsroom
    client: Client
    #: Read when it is first needed.
    form: Callable[[], Fields]

    @property
    def page(self) -> Any:
        return self.room.page

    def address(self, name: str, *more: Any) -> str:
        return reverse(f"wagtailadmin_pages:{name}", args=[self.page.pk, *more])

    def get(self, name: str) -> Any:
        return self.client.get(self.address(name))

    def post(self, name: str, fields: Fields, *more: Any) -> Any:
        return self.client.post(self.address(name, *more), fields)

    def send_form(self, **changed: str) -> Any:
        return self.post("edit", {**self.form(), "change_reason": "Bổ sung số liệu", **changed})

    def decide(self, action: str) -> Any:
        step = self.page.current_workflow_task_state
        if step is None:
            return None
        return self.post("workflow_action", {"comment": "Cần thêm số liệu"}, action, step.pk)

    def call(self, action: str, **values: Any) -> Any:
        """The admin's interface for programs."""
        address = reverse("wagtailadmin_api:pages:action", args=[self.page.pk, action])
        return self.client.post(address, values, content_type="application/json")


@dataclass(frozen=True)
class Action:
    send: Callable[[Desktop], Any]
    done: Callable[[Newsroom, Any], bool]
    #: Whether the button is there; ``None``: it has none of its own.
    shown: "Callable[[Screen], bool] | None" = None


class Screen:
    """What a person is shown of a page: the editor, or the list where he finds it if that is closed to him."""

    def __init__(self, desktop: Desktop) -> None:
        self.page = desktop.page
        response = desktop.get("edit")
        self.opened = response.status_code == 200
        menu = response.context["action_menu"] if self.opened else None
        self.items = [menu.default_item, *menu.menu_items] if menu else []
        if not self.opened:
            response = desktop.client.get(reverse("wagtailadmin_explore", args=[self.page.get_parent().pk]))
        self.html = response.content.decode()

    def item(self, kind: type) -> bool:
        return any(type(item) is kind for item in self.items)

    def named(self, name: str) -> bool:
        return any(item is not None and item.name == name for item in self.items)

    def decision(self, name: str, task: type) -> bool:
        current = self.page.current_workflow_task
        offered = any(isinstance(item, WorkflowMenuItem) and item.name == name for item in self.items)
        return offered and isinstance(current, task)

    def link(self, name: str) -> bool:
        return f'href="{reverse(f"wagtailadmin_pages:{name}", args=[self.page.pk])}' in self.html


# What the database says afterwards


def latest(room: Newsroom) -> Any:
    return fresh(room.page).get_latest_revision_as_object()


def is_new_version(room: Newsroom) -> bool:
    return bool(fresh(room.page).latest_revision_id != room.page.latest_revision_id)


def went_live(room: Newsroom) -> bool:
    page = fresh(room.page)
    return page.live and page.last_published_at != room.page.last_published_at


def was_scheduled(room: Newsroom) -> bool:
    revision = fresh(room.page).scheduled_revision
    return revision is not None and revision.approved_go_live_at == TOMORROW


def waits_at(room: Newsroom, task: type) -> bool:
    """Now, and did not before."""
    page = fresh(room.page)
    now = page.current_workflow_task_state
    moved = now is not None and now.pk != room.step
    return moved and isinstance(page.current_workflow_task, task) and page.workflow_in_progress


def was_returned(room: Newsroom) -> bool:
    state = fresh(room.page).current_workflow_state
    return state is not None and state.status == state.STATUS_NEEDS_CHANGES


def is_there(pk: int) -> bool:
    return Page.objects.filter(pk=pk).exists()


# What a browser sends


def _schedule(desktop: Desktop) -> Any:
    at = TOMORROW.strftime("%d/%m/%Y %H:%M")
    return desktop.send_form(**{"go_live_at": at, "action-publish": "action-publish"})


def _publish(desktop: Desktop) -> Any:
    """Now: an appointed time and one that has passed are cleared."""
    return desktop.send_form(**{"go_live_at": "", "expire_at": "", "action-publish": "action-publish"})


def _revert(desktop: Desktop) -> Any:
    first = Revision.objects.for_instance(desktop.page).order_by("created_at", "pk").first()
    assert first is not None
    return desktop.call("revert_to_page_revision", revision_id=first.pk)


def _copy(desktop: Desktop) -> Any:
    parent = desktop.page.get_parent()
    return desktop.post("copy", {"new_title": FIRST, "new_slug": "ban-sao", "new_parent_page": str(parent.pk)})


def _move(desktop: Desktop) -> Any:
    return desktop.post("move_confirm", {}, desktop.room.elsewhere.pk)


def child_type(model: type[Page]) -> type[Page] | None:
    """The type of page that is made below."""
    return next(iter(model.allowed_subpage_models()), None)


def empty_streams(model: type[Page]) -> Fields:
    """What the script of the editor sends of texts in which nothing was typed."""
    return {f"{one.name}-count": "0" for one in model._meta.concrete_fields if isinstance(one, StreamField)}


def _create_below(desktop: Desktop) -> Any:
    model = child_type(desktop.room.model)
    assert model is not None
    names = [model._meta.app_label, model._meta.model_name, desktop.page.pk]
    address = reverse("wagtailadmin_pages:add", args=names)
    form = desktop.room.forms.get(address)
    if form is None:
        drawn = edit_form(desktop.room.client("superuser").get(address))
        form = desktop.room.forms[address] = drawn | empty_streams(model)
    return desktop.client.post(address, {**form, **_needed(model), "title": CHANGED, "slug": "trang-con"})


def _needed(model: type[Page]) -> Fields:
    """What a form of ``model`` asks for besides a title."""
    if model is not OfficialDocument:
        return {}
    names = {"document_type": DocumentType, "issuer": Issuer}
    chosen = {name: str(kind._default_manager.values_list("pk", flat=True)[0]) for name, kind in names.items()}
    return {**chosen, "abstract": CHANGED, "without_secrets": "on"}


def _take_down(desktop: Desktop) -> Any:
    return desktop.post("unpublish", {"reason": "wrong", "scope": "page", "with_media": "on"})


def _set_level(desktop: Desktop) -> Any:
    return desktop.post("set_privacy", {"level": Level.MEMBERS})


def publish_button(screen: Screen) -> bool:
    return screen.item(PublishMenuItem)


ACTIONS: dict[str, Action] = {
    "open the editor": Action(
        lambda desktop: desktop.get("edit"),
        lambda room, response: response.status_code == 200,
        lambda screen: screen.opened,
    ),
    "save a draft": Action(
        lambda desktop: desktop.send_form(title=CHANGED),
        lambda room, response: latest(room).title == CHANGED,
        lambda screen: screen.item(SaveDraftMenuItem),
    ),
    "submit": Action(
        lambda desktop: desktop.send_form(**{"action-submit": "action-submit"}),
        lambda room, response: waits_at(room, EditorTask) or waits_at(room, ChiefApprovalTask),
        lambda screen: screen.named("action-submit"),
    ),
    "return": Action(
        lambda desktop: desktop.decide("reject"),
        lambda room, response: was_returned(room),
        lambda screen: screen.named("reject"),
    ),
    "pass on": Action(
        lambda desktop: desktop.decide("approve"),
        lambda room, response: waits_at(room, ChiefApprovalTask),
        lambda screen: screen.decision("approve", EditorTask),
    ),
    "approve": Action(
        lambda desktop: desktop.decide("approve"),
        lambda room, response: went_live(room),
        lambda screen: screen.decision("approve", ChiefApprovalTask),
    ),
    "publish directly": Action(_publish, lambda room, response: went_live(room), publish_button),
    "schedule": Action(_schedule, lambda room, response: was_scheduled(room), publish_button),
    "unpublish": Action(lambda desktop: desktop.call("unpublish"), lambda room, response: not fresh(room.page).live),
    "take down": Action(
        _take_down,
        lambda room, response: (
            not fresh(room.page).live
            and TakenDown.objects.filter(page_number=room.page.pk, returned_at=None).exclude(reason="").exists()
        ),
        lambda screen: screen.link("unpublish"),
    ),
    "put back": Action(_publish, lambda room, response: went_live(room), publish_button),
    "move": Action(
        _move, lambda room, response: fresh(room.page).path != room.page.path, lambda screen: screen.link("move")
    ),
    "copy": Action(
        _copy,
        lambda room, response: Page.objects.filter(slug="ban-sao", live=False).exists(),
        lambda screen: screen.link("copy"),
    ),
    "delete": Action(
        lambda desktop: desktop.post("delete", {}),
        lambda room, response: not is_there(room.page.pk),
        lambda screen: screen.link("delete"),
    ),
    "see history": Action(
        lambda desktop: desktop.get("history"),
        lambda room, response: response.status_code == 200,
        lambda screen: screen.link("history"),
    ),
    "revert": Action(_revert, lambda room, response: is_new_version(room)),
    "create below": Action(
        _create_below,
        lambda room, response: Page.objects.filter(slug="trang-con", live=False).exists(),
        lambda screen: screen.link("add_subpage"),
    ),
    "set level": Action(
        _set_level,
        lambda room, response: PageViewRestriction.objects.filter(page=room.page.pk).exists(),
        lambda screen: 'data-a11y-dialog-show="set-privacy"' in screen.html,
    ),
}
