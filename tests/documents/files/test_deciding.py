"""Whoever approves a document whose file waits for his own word is led to it, and back."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import User
from django.urls import reverse

from documents.models import DocumentFile, OfficialDocument, Quarantine
from portal.editorial.roles import CHIEF
from tests.documents.files.making import ready_made
from tests.documents.files.test_entering_files import add, rows
from tests.editorial.conftest import client_of, person
from tests.reading import edit_form, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


def submitted(register: Any, by: User, file: DocumentFile) -> OfficialDocument:
    add(register, client_of(by), **rows(file), **{"action-submit": "true"})
    return OfficialDocument.objects.get()


def message_after(client: Any, address: str, **sent: str) -> Tag:
    """The message on the screen one comes to."""
    answer = client.post(address, sent, follow=True)
    message = BeautifulSoup(answer.content, "lxml").select_one(".messages")
    assert message is not None
    return message


def approve(document: OfficialDocument) -> str:
    step = document.current_workflow_task_state.pk
    return reverse("wagtailadmin_pages:workflow_action", args=[document.pk, "approve", step])


def links(message: Tag) -> list[str]:
    return [str(link["href"]) for link in message.select("a[href]")]


def test_who_has_to_look_himself_is_not_told_to_wait_but_led_to_the_file(register, vanthu, lanhdao):
    file = ready_made(quarantine=Quarantine.LOOK, uploaded_by=vanthu)
    message = message_after(client_of(lanhdao), approve(submitted(register, vanthu, file)))
    assert "chờ bạn xem" in words_of(message)
    assert "chờ người thứ hai" not in words_of(message)
    assert reverse("document_file_show", args=[file.pk]) in links(message)


def test_who_approves_from_the_form_stays_there(register, vanthu, lanhdao):
    document = submitted(register, vanthu, ready_made(quarantine=Quarantine.LOOK, uploaded_by=vanthu))
    editor, client = reverse("wagtailadmin_pages:edit", args=[document.pk]), client_of(lanhdao)
    form = {
        name: value
        for name, value in edit_form(client.get(editor)).items()
        if name not in ("fields", "co_issuers") and "__prefix__" not in name
    }
    pressed = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    answer = client.post(editor, form | pressed, headers={"referer": f"http://testserver{editor}"})
    assert answer.url == editor


def test_who_uploaded_the_file_himself_is_told_that_another_has_to_look(register, vanthu, lanhdao):
    file = ready_made(quarantine=Quarantine.LOOK, uploaded_by=vanthu)
    document = submitted(register, vanthu, file)
    DocumentFile.objects.filter(pk=file.pk).update(uploaded_by=lanhdao)
    message = message_after(client_of(lanhdao), approve(document))
    assert "chờ người thứ hai" in words_of(message)
    assert reverse("document_file_show", args=[file.pk]) not in links(message)


def test_a_file_that_is_being_read_is_waited_for_by_everybody(register, vanthu, lanhdao):
    file = ready_made(quarantine=Quarantine.HELD, uploaded_by=vanthu)
    message = message_after(client_of(lanhdao), approve(submitted(register, vanthu, file)))
    assert "đang được đọc" in words_of(message)
    assert reverse("document_file_show", args=[file.pk]) not in links(message)


def test_after_his_word_the_way_leads_back_to_the_document(register, vanthu, lanhdao):
    file = ready_made(quarantine=Quarantine.LOOK, uploaded_by=vanthu)
    document = submitted(register, vanthu, file)
    word = reverse("document_file_act", args=[file.pk])
    message = message_after(client_of(lanhdao), word, act="release")
    assert reverse("wagtailadmin_pages:edit", args=[document.pk]) in links(message)


def test_where_no_decision_is_waited_for_no_document_is_named(document_with, vanthu, register):
    file = ready_made(uploaded_by=vanthu)
    document = document_with(file)
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=Quarantine.LOOK)
    word = reverse("document_file_act", args=[file.pk])
    message = message_after(client_of(person("truongban", CHIEF)), word, act="release")
    assert reverse("wagtailadmin_pages:edit", args=[document.pk]) not in links(message)
