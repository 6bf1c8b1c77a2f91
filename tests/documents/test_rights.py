"""Who may do what to an official document in which state: its workflow, its roles and its form are its own.

The table of all other page types is in ``tests/editorial/rights``; this one is for documents. ✓ it is done, – it is
refused. The clerk entered the document; the head of the office or the chief editor approves it.
"""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from documents.models import DocumentType, Issuer, OfficialDocument
from documents.roles import CLERK, OFFICE_HEAD
from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR, MEMBER, REPORTER
from portal.editorial.services import approve, submit
from tests.editorial.conftest import client_of, fresh, person
from tests.editorial.rights.trying import undone
from tests.reading import edit_form

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

ROLES = ("visitor", "member", "reporter", "editor", "clerk", "other clerk", "head", "chief", "administrator")
#: State: action: who may, in the order of ROLES.
TABLE = {
    "draft": {
        "open the editor": "–––✓✓✓✓✓✓",
        "save a draft": "–––✓✓✓✓✓✓",
        "submit": "–––✓✓✓✓✓✓",
        "publish directly": "–––––––––",
        "delete": "–––✓✓✓✓✓✓",
    },
    "waiting": {
        "open the editor": "–––✓✓✓✓✓✓",
        "save a draft": "––––––✓✓–",
        "approve": "––––––✓✓–",
        "return": "––––––✓✓–",
        "delete": "––––––✓✓–",
    },
    "live": {
        "open the editor": "–––✓✓✓✓✓✓",
        "save a draft": "–––✓✓✓✓✓✓",
        "submit": "–––✓✓✓✓✓✓",
        "publish directly": "–––––––––",
        "take down": "––––––✓✓✓",
        "delete": "––––––✓✓✓",
    },
}


class Office:
    """People, and one document that the clerk entered."""

    def __init__(self, register: Any) -> None:
        self.people: dict[str, Any] = {
            "visitor": AnonymousUser(),
            "member": person("dangvien", MEMBER),
            "reporter": person("phongvien", REPORTER),
            "editor": person("bientap", EDITOR),
            "clerk": person("vanthu", CLERK),
            "other clerk": person("vanthu2", CLERK),
            "head": person("lanhdaovp", OFFICE_HEAD),
            "chief": person("truongban", CHIEF),
            "administrator": person("quantri", ADMINISTRATOR),
        }
        self.clients = {
            name: Client() if isinstance(user, AnonymousUser) else client_of(user) for name, user in self.people.items()
        }
        self.document = OfficialDocument(
            symbol="10-CT/TW",
            document_type=DocumentType.objects.get(name="Chỉ thị", sphere="party"),
            issuer=Issuer.objects.get(name="Ban Bí thư"),
            abstract="về nâng cao chất lượng sinh hoạt chi bộ",
            without_secrets=True,
            live=False,
            owner=self.people["clerk"],
        )
        register.add_child(instance=self.document)
        self.document.save_revision(user=self.people["clerk"])

    def bring_into(self, state: str) -> None:
        if state == "waiting":
            submit(fresh(self.document), by=self.people["clerk"])
        if state == "live":
            revision = fresh(self.document).get_latest_revision()
            approve(revision, by=self.people["head"])
            revision.publish(user=self.people["head"])
        self.document = fresh(self.document)
        self.form = edit_form(self.clients["head"].get(self.address("edit")))

    def address(self, name: str, *more: Any) -> str:
        return reverse(f"wagtailadmin_pages:{name}", args=[self.document.pk, *more])

    def can(self, role: str, action: str) -> bool:
        before = fresh(self.document)
        versions = before.revisions.count()
        client, step = self.clients[role], before.current_workflow_task_state
        changed = {**self.form, "abstract": "về một việc khác"}
        if action == "open the editor":
            return bool(client.get(self.address("edit")).status_code == 200)
        if action == "save a draft":
            client.post(self.address("edit"), changed)
            return fresh(self.document).revisions.count() > versions
        if action == "submit":
            client.post(self.address("edit"), changed | {"action-submit": "true"})
            return bool(fresh(self.document).workflow_in_progress)
        if action == "publish directly":
            client.post(self.address("edit"), changed | {"action-publish": "true"})
            after = fresh(self.document)
            return bool(after.live and after.abstract == "về một việc khác")
        if action in ("approve", "return"):
            client.post(
                self.address("workflow_action", "approve" if action == "approve" else "reject", step.pk),
                {"comment": "Thiếu nơi nhận"},
            )
            after = fresh(self.document)
            if action == "approve":
                return bool(after.live)
            return bool(after.current_workflow_state.status == "needs_changes")
        if action == "take down":
            client.post(self.address("unpublish"), {"reason": "wrong", "scope": "page"})
            return not fresh(self.document).live
        client.post(self.address("delete"))
        return not OfficialDocument.objects.filter(pk=self.document.pk).exists()


@pytest.mark.parametrize("state", TABLE)
def test_everybody_may_do_what_the_table_says(register, state):
    office = Office(register)
    office.bring_into(state)
    marks = {}
    for action in TABLE[state]:
        tried = []
        for role in ROLES:
            with undone():
                tried.append("✓" if office.can(role, action) else "–")
        marks[action] = "".join(tried)
    assert marks == TABLE[state]
