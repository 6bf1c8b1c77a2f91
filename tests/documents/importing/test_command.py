"""``manage.py import_documents``: what is written, what stays, who answers for it."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from documents.importing import writing
from documents.models import ImportedDocument, OfficialDocument, RelationEdge
from documents.roles import CLERK, OFFICE_HEAD
from portal.access.tokens import page_token
from portal.editorial.models import Approval
from tests.documents.importing.registers import DIRECTIVE, GUIDANCE, OLD_GUIDANCE, register_file, text_file
from tests.editorial.conftest import person

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


@pytest.fixture
def office_head(register):
    return person("lanhdaovp", OFFICE_HEAD)


@pytest.fixture
def run(register, capsys):
    def run(*arguments) -> str:
        call_command("import_documents", *map(str, arguments))
        return capsys.readouterr().out

    return run


def document(symbol: str = "10-CT/TW") -> OfficialDocument:
    return OfficialDocument.objects.get(symbol=symbol)


def test_rows_become_drafts_that_nobody_has_confirmed(run, tmp_path):
    said = run(register_file(tmp_path, DIRECTIVE))
    assert not document().live
    assert not document().without_secrets
    assert document().slug == "10-ct-tw-30-03-2007"
    assert "Đã nhập: 1" in said
    assert "bản nháp" in said


def test_who_approves_answers_for_all_of_them(run, tmp_path, office_head, visitor):
    run(register_file(tmp_path, DIRECTIVE), "--approved-by", "lanhdaovp")
    approval = Approval.objects.get(page_id=document().pk)
    assert (approval.by, approval.kind) == (office_head, Approval.Kind.IMPORT)
    assert document().without_secrets
    assert "sinh hoạt chi bộ" in visitor.get("/van-ban/10-ct-tw-30-03-2007/").content.decode()


def test_only_who_approves_documents_may_be_named(run, tmp_path, register):
    person("vanthu", CLERK)
    for name in ("vanthu", "khongco"):
        with pytest.raises(CommandError, match="lãnh đạo văn phòng"):
            run(register_file(tmp_path, DIRECTIVE), "--approved-by", name)
    assert not OfficialDocument.objects.exists()


def test_a_trial_run_writes_nothing(run, tmp_path):
    said = run(register_file(tmp_path, DIRECTIVE), "--dry-run")
    assert "Sẽ nhập" in said
    assert not OfficialDocument.objects.exists()


def test_twice_changes_nothing(run, tmp_path, office_head):
    path = register_file(tmp_path, DIRECTIVE, OLD_GUIDANCE, GUIDANCE)
    run(path, "--approved-by", "lanhdaovp")
    before = list(OfficialDocument.objects.values_list("pk", "latest_revision_id", "last_published_at"))
    said = run(path, "--approved-by", "lanhdaovp")
    assert "Không đổi: 3" in said
    assert list(OfficialDocument.objects.values_list("pk", "latest_revision_id", "last_published_at")) == before


def test_drafts_are_published_once_somebody_approves(run, tmp_path, office_head):
    path = register_file(tmp_path, DIRECTIVE)
    run(path)
    run(path, "--approved-by", "lanhdaovp")
    assert document().live


def test_a_corrected_row_corrects_its_document(run, tmp_path, office_head):
    run(register_file(tmp_path, DIRECTIVE), "--approved-by", "lanhdaovp")
    corrected = (*DIRECTIVE[:3], "về chất lượng sinh hoạt chi bộ", DIRECTIVE[4])
    run(register_file(tmp_path, corrected), "--approved-by", "lanhdaovp")
    assert document().abstract == "về chất lượng sinh hoạt chi bộ"
    assert OfficialDocument.objects.count() == 1


def test_what_is_live_stays_below_a_correction_that_nobody_approved(run, tmp_path, office_head):
    run(register_file(tmp_path, DIRECTIVE), "--approved-by", "lanhdaovp")
    run(register_file(tmp_path, (*DIRECTIVE[:3], "về việc khác", DIRECTIVE[4])))
    assert document().abstract == DIRECTIVE[3]
    assert document().get_latest_revision_as_object().abstract == "về việc khác"


def test_what_a_person_edited_is_left_alone(run, tmp_path, office_head):
    run(register_file(tmp_path, DIRECTIVE))
    draft = document().get_latest_revision_as_object()
    draft.abstract = "về sinh hoạt chi bộ, đã sửa tay"
    draft.save_revision()
    said = run(register_file(tmp_path, (*DIRECTIVE[:3], "về việc khác", DIRECTIVE[4])), "--approved-by", "lanhdaovp")
    assert "Đã có người sửa: 1" in said
    assert document().get_latest_revision_as_object().abstract == "về sinh hoạt chi bộ, đã sửa tay"
    assert not document().live


def test_what_a_person_deleted_does_not_come_back(run, tmp_path):
    run(register_file(tmp_path, DIRECTIVE))
    document().delete()
    assert "Đã có người sửa: 1" in run(register_file(tmp_path, DIRECTIVE))
    assert not OfficialDocument.objects.exists()


def test_what_somebody_entered_by_hand_is_left_alone(run, tmp_path, directive_2007):
    said = run(register_file(tmp_path, (*DIRECTIVE[:3], "về việc khác", DIRECTIVE[4])))
    assert "Không đổi: 1" in said
    assert document().abstract == directive_2007.abstract


@pytest.mark.parametrize("order", [(DIRECTIVE, OLD_GUIDANCE, GUIDANCE), (GUIDANCE, OLD_GUIDANCE, DIRECTIVE)])
def test_relations_find_their_documents_wherever_these_stand(run, tmp_path, office_head, order):
    run(register_file(tmp_path, *order), "--approved-by", "lanhdaovp")
    edges = RelationEdge.objects.filter(source=document("12-HD/BTCTW"))
    assert {edge.target.symbol for edge in edges} == {"09-HD/BTCTW", "10-CT/TW"}
    assert document("09-HD/BTCTW").status == "expired"


def test_a_relation_to_an_absent_document_waits_as_text(run, tmp_path, office_head):
    run(register_file(tmp_path, GUIDANCE), "--approved-by", "lanhdaovp")
    assert {edge.target for edge in RelationEdge.objects.all()} == {None}
    run(register_file(tmp_path, OLD_GUIDANCE), "--approved-by", "lanhdaovp")
    assert RelationEdge.objects.get(target_key="9|HD|BTCTW").target == document("09-HD/BTCTW")


def test_a_secret_row_is_refused_and_shows_nothing_of_itself(run, tmp_path):
    said = run(register_file(tmp_path, (*DIRECTIVE, None, "Mật")))
    assert "Từ chối: 1" in said
    assert "sinh hoạt" not in said
    assert "10-CT/TW" not in said
    assert not OfficialDocument.objects.exists()


@pytest.mark.parametrize("heading", ["Phân cấp", "Nơi lưu trữ"])
def test_a_secret_level_under_a_heading_that_nobody_knows_is_one(run, tmp_path, heading):
    headings = ("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", heading)
    said = run(register_file(tmp_path, (*DIRECTIVE, "TỐI MẬT"), (*OLD_GUIDANCE, "Tủ số 3"), headings=headings))
    assert "Từ chối: 1" in said
    assert "10-CT/TW" not in said
    assert [one.symbol for one in OfficialDocument.objects.all()] == ["09-HD/BTCTW"]


def test_the_second_of_two_columns_of_one_meaning_is_said_to_be_left_out(run, tmp_path):
    headings = ("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", "Ngày ký")
    said = run(register_file(tmp_path, (*DIRECTIVE, "31/3/2007"), headings=headings))
    assert "Cột không được nhập: Ngày ký." in said
    assert document().issued_on == dt.date(2007, 3, 30)


def test_a_paper_for_inner_use_is_closed_before_it_is_live(run, tmp_path, office_head, visitor):
    headings = ("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", "Phạm vi lưu hành")
    run(register_file(tmp_path, (*DIRECTIVE, "Lưu hành nội bộ"), headings=headings), "--approved-by", "lanhdaovp")
    assert page_token(document())
    assert visitor.get("/van-ban/10-ct-tw-30-03-2007/").status_code == 404


def test_a_row_that_breaks_keeps_no_other_out(run, tmp_path, monkeypatch):
    real = writing._fill

    def break_one(document, entry):
        if entry.symbol == "09-HD/BTCTW":
            raise RuntimeError
        real(document, entry)

    monkeypatch.setattr(writing, "_fill", break_one)
    said = run(register_file(tmp_path, DIRECTIVE, OLD_GUIDANCE, GUIDANCE))
    assert "Từ chối: 1" in said
    assert set(OfficialDocument.objects.values_list("symbol", flat=True)) == {"10-CT/TW", "12-HD/BTCTW"}
    assert ImportedDocument.objects.filter(document__isnull=False).count() == 2


def test_text_and_workbook_say_the_same(run, tmp_path):
    rows = (DIRECTIVE, OLD_GUIDANCE, GUIDANCE)
    run(register_file(tmp_path, *rows))
    assert "Không đổi: 3" in run(text_file(tmp_path, *rows))
    assert "Không đổi: 3" in run(text_file(tmp_path, *rows, separator="\t", encoding="utf-16"))


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"%PDF-1.7", ".xlsx"), (b"PK\x03\x04 broken", "hỏng"), (b"a;b\n1;2\n", "đầu cột"), (b"", "đầu cột")],
)
def test_what_is_no_register_is_refused_with_what_to_do(run, tmp_path, content, says):
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=says):
        run(path)


def test_an_unknown_day_stays_unknown(run, tmp_path):
    run(register_file(tmp_path, (DIRECTIVE[0], None, *DIRECTIVE[2:])))
    assert document().issued_on is None


def test_years_that_cannot_be_are_refused(run, tmp_path):
    said = run(register_file(tmp_path, (DIRECTIVE[0], dt.date(2105, 3, 30), *DIRECTIVE[2:])))
    assert "Từ chối: 1" in said


def test_the_plan_asks_the_portal_as_much_for_many_rows_as_for_few(
    run, tmp_path, office_head, django_assert_max_num_queries
):
    from documents.importing.services import plan_file

    rows = [(f"{number}-CT/TW", "30/3/2007", *DIRECTIVE[2:]) for number in range(1, 61)]
    few = register_file(tmp_path, *rows[:5], name="it.xlsx")
    many = register_file(tmp_path, *rows, name="nhieu.xlsx")
    run(few)
    with django_assert_max_num_queries(40) as asked:
        plan_file(few)
    with django_assert_max_num_queries(len(asked.captured_queries)):
        plan_file(many)
