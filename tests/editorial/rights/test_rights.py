"""Role × action × state for every page type, as ``table.txt`` has it.

Every mark is tried by the request that a browser or a program sends, and read off the database afterwards; each attempt
is undone before the next. Articles are tried in full: all roles, all actions, all states, and every button that the
staff are shown against what their requests then do. Rights do not come from the page type, so that the same for the
others would only take minutes: each of them goes through the workflow once, and every action is tried in the state
that it is made for, by the roles at the border of what is allowed: whoever may, and his neighbour who may not.
"""

import pytest
from wagtail.models import get_page_models

from documents.models import OfficialDocument
from news.models import Article
from portal.models import HomePage, PortalPage
from tests.editorial.rights.actions import ACTIONS
from tests.editorial.rights.states import STATES, Newsroom, bring_into, newsroom
from tests.editorial.rights.table import ROLES, STAFF, Row, Table, rights
from tests.editorial.rights.trying import Attempts, undone

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

#: Official documents have a workflow, roles and a form of their own, and a table of their own beside them.
PAGE_TYPES = {
    model._meta.label: model
    for model in get_page_models()
    if not model._meta.label.startswith("wagtailcore.") and model is not OfficialDocument
}
TABLE: Table = rights(tuple(STATES))

#: Where an action is tried for the other page types, in the order in which a page comes there.
MADE_FOR = {
    "draft": (
        *("open the editor", "save a draft", "submit", "move", "copy", "delete"),
        *("see history", "revert", "create below", "set level"),
    ),
    "with editor": ("pass on",),
    "with chief": ("return", "approve"),
    "ready": ("publish directly", "schedule"),
    "live": ("unpublish", "take down"),
    "taken down": ("put back",),
}


def test_the_table_is_whole_and_names_every_page_type():
    assert TABLE.is_whole(list(STATES))
    assert set(TABLE.actions()) == set(ACTIONS)
    assert TABLE.page_types == set(PAGE_TYPES), "a page type is missing in the table, or is no more"
    assert all(issubclass(model, PortalPage) for model in PAGE_TYPES.values()), "it would go live unseen"
    assert sorted(action for actions in MADE_FOR.values() for action in actions) == sorted(ACTIONS)


@pytest.mark.parametrize("state", STATES)
def test_every_role_does_to_an_article_what_the_table_says_and_is_shown_no_other_button(state: str, home: HomePage):
    room = newsroom(Article, home)
    bring_into(state, room)
    attempts = Attempts(room)
    rows = {action: TABLE.row(Article._meta.label, action, state) for action in ACTIONS}
    marks = {action: row.marks if row.is_empty else _tried(attempts, action, row) for action, row in rows.items()}
    assert marks == {action: row.marks for action, row in rows.items()}, attempts.refusals
    assert attempts.buttons() == {role: _buttons(rows, role) for role in STAFF}


def _tried(attempts: Attempts, action: str, row: Row, roles: tuple[str, ...] = ROLES) -> str:
    """The row as it turns out; what is not tried is taken from the table."""
    return "".join(
        ("✓" if attempts.can(role, action) else "–") if role in roles else mark
        for role, mark in zip(ROLES, row.marks, strict=True)
    )


def _buttons(rows: dict[str, Row], role: str) -> set[str]:
    """Actions that share a button share whether it is shown."""
    allowed = {ACTIONS[action].shown for action, row in rows.items() if row.may(role)} - {None}
    return {action for action, spec in ACTIONS.items() if spec.shown in allowed}


@pytest.mark.parametrize("page_type", sorted(set(PAGE_TYPES) - {Article._meta.label}))
def test_every_page_type_allows_what_the_table_says(page_type: str, home: HomePage):
    room = newsroom(PAGE_TYPES[page_type], home)
    clients = Attempts(room).clients
    wrong: dict[str, str] = {}

    def try_out(state: str) -> None:
        for action in MADE_FOR[state]:
            row = TABLE.row(page_type, action, state)
            if not row.is_empty:
                attempts = Attempts(room, clients)
                tried = _tried(attempts, action, row, tuple(row.at_the_border()))
                wrong.update({} if tried == row.marks else {f"{action} ({state})": f"{tried} {attempts.refusals}"})

    here = _walk(room, "", "draft", "with editor", "with chief", try_out=try_out)
    with undone():
        _walk(room, here, "ready", try_out=try_out)
    room.page.refresh_from_db()
    here = _walk(room, here, "live", try_out=try_out)
    if page_type != HomePage._meta.label:  # which is never taken down
        _walk(room, here, "taken down", try_out=try_out)
    assert wrong == {}


def _walk(room: Newsroom, here: str, *states: str, try_out) -> str:
    for state in states:
        bring_into(state, room, here=here)
        try_out(state)
        here = state
    return here
