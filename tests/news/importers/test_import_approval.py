"""What the import publishes was approved by a chief editor, or waits for it."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from news.models import Article
from portal.editorial.models import Approval
from portal.editorial.roles import CHIEF, REPORTER, group_of

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

TEXT = "Chi bộ thôn Cầu Đá họp bàn làm đường\nNgày đăng: 24/06/2015\n\nSáng 24/6, chi bộ thôn Cầu Đá họp.\n"


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def chief() -> User:
    user = User.objects.create_user("truongban")
    user.groups.add(group_of(CHIEF))
    return user


def run(capsys, *arguments: str) -> str:
    call_command("import_articles", *arguments)
    return capsys.readouterr().out


def test_without_an_approver_it_waits_and_says_so(saved, capsys):
    said = run(capsys, str(saved), "--publish")
    assert "1 bài đang chờ duyệt" in said
    article = Article.objects.get()
    assert not article.live
    assert article.workflow_in_progress
    assert "đang chờ duyệt" in run(capsys, str(saved), "--publish")
    assert Article.objects.count() == 1


def test_the_chief_who_is_named_answers_for_it(saved, capsys, chief):
    run(capsys, str(saved), "--publish", "--approved-by", "truongban")
    article = Article.objects.get()
    assert article.live
    assert Approval.objects.filter(page=article, kind="import", by=chief).exists()


def test_what_waited_is_published_once_a_chief_is_named(saved, capsys, chief):
    run(capsys, str(saved), "--publish")
    run(capsys, str(saved), "--publish", "--approved-by", "truongban")
    article = Article.objects.get()
    assert article.live
    assert not article.workflow_in_progress


def test_a_correction_of_what_is_live_needs_an_approval_too(saved, capsys, chief):
    run(capsys, str(saved), "--publish", "--approved-by", "truongban")
    saved.write_text(TEXT.replace("họp.", "họp lần hai."), encoding="utf-8")
    run(capsys, str(saved), "--publish")
    article = Article.objects.get()
    assert "lần hai" not in str(article.sapo) + str(article.body)
    assert article.workflow_in_progress


@pytest.mark.parametrize("name", ["phongvien", "khong-ai"])
def test_others_are_not_taken_for_a_chief(saved, name):
    User.objects.create_user("phongvien").groups.add(group_of(REPORTER))
    with pytest.raises(CommandError, match="không có quyền duyệt"):
        call_command("import_articles", str(saved), "--publish", "--approved-by", name)
    assert not Article.objects.exists()
