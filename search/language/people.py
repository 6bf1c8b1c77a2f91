"""Whether words may name somebody. It errs on the side of yes: a query that is not shown to others harms nobody.

Vietnamese names begin with one of a few hundred family names, most people with one of some fifty. Some of them are also
ordinary words; those count where what follows is no ordinary word with them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from search.language.words import canonical, is_marked, may_mean, plain

#: Hardly ever anything but a family name.
_NAMES_ONLY = (
    "nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ ngô trịnh đinh tạ hoàng quách lò lường giàng vàng sùng thào hạng"
    " chẩu khuất nghiêm phùng doãn đàm mạc ninh"
)
#: Ordinary words besides.
_WORDS_TOO = (
    "hồ dương lý hà đào mai lương cao tô trương châu vi nông la kim thái chu tăng đoàn lưu lâm tống văn triệu giáp ma bế"
    " bàn tông trưng thạch sơn vương từ mã hứa khương ông quan âu bạch cù hầu kiều lục lại mẫn mông nhâm phí quản thân"
    " thi thiều tiêu tôn úc viên xa"
)
#: What stands between family name and given name.
_MIDDLE = "văn thị hữu đình đức xuân ngọc quốc công bá duy quang mạnh tiến trọng viết gia thanh minh hồng kim huy"
#: Who is named after these is a person.
_TITLES = "ông bà anh chị cụ chú bác cô em"
#: Whoever follows.
_COMRADE = tuple(map(canonical, ("đồng", "chí")))
#: Pairs that are no names, whatever their first word; what is not here may be one.
_NO_NAMES = (
    "hồ sơ, hồ chí, bác hồ, anh hùng, anh em, chị em, ông bà, em bé, cao bằng, cao tuổi, cao cấp, cao đẳng, cao điểm, dương tính,"
    " dương lịch, lý luận, lý lịch, lý tưởng, lý do, hà nội, hà giang, hà nam, hà tĩnh, hà đông, đào tạo, mai táng,"
    " lương thực, lương tâm, lương hưu, lương tối, tô điểm, trương mục, châu á, châu âu, vi phạm, vi mô, nông thôn,"
    " nông nghiệp, nông dân, nông sản, nông lâm, nông hội, kim ngạch, thái độ, thái nguyên, thái bình, chu kỳ, chu đáo,"
    " tăng cường, tăng trưởng, đoàn viên, đoàn thể, đoàn kết, đoàn thanh, đoàn kiểm, đoàn giám, lưu trữ, lưu hành, lưu ý,"
    " lâm nghiệp, văn bản, văn phòng, văn hoá, văn kiện, văn thư, văn nghệ, văn minh, văn học, giáp ranh, bàn giao, bàn bạc,"
    " thạch anh, sơn la, từ chức, từ điển, từ chối, từ thiện, từ ngày, từ tháng, từ năm, mã số, quan điểm, quan hệ, quan trọng,"
    " lại mới, quản lý, quản trị, thân nhân, thân thế, thi đua, thi hành, thi tuyển, thi công, tiêu chí, tiêu chuẩn,"
    " tiêu cực, tiêu biểu, tôn giáo, tôn vinh, tôn trọng, viên chức, viên mới, vũ trang, hoàng sa, phí đảng"
)


def _table(words: Iterable[str]) -> dict[str, list[str]]:
    """Canonical forms by their plain letters."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        table[plain(canonical(word))].append(canonical(word))
    return dict(table)


_FAMILIES = _table([*_NAMES_ONLY.split(), *_WORDS_TOO.split()])
_STRONG = _table(_NAMES_ONLY.split())
_BETWEEN = _table(_MIDDLE.split())
_CALLED = _table(_TITLES.split())
_ORDINARY: dict[str, list[tuple[str, str]]] = {}
for _pair in _NO_NAMES.split(","):
    _first, _last = map(canonical, _pair.split())
    _ORDINARY.setdefault(plain(f"{_first} {_last}"), []).append((_first, _last))


def may_name_somebody(words: Sequence[str]) -> bool:
    """Whether ``words`` may hold a personal name. Where some have marks, those without are meant so.

    >>> [may_name_somebody(text.split()) for text in ("nguyễn văn an", "le van dung tinh uy", "đồng chí hà thị lan")]
    [True, True, True]
    >>> [may_name_somebody(text.split()) for text in ("nông thôn mới", "sinh hoạt chi bộ", "hồ sơ đảng viên", "đô thị")]
    [False, False, False, False]
    """
    forms = [canonical(word) for word in words]
    means = str.__eq__ if any(map(is_marked, forms)) else may_mean

    def is_one(form: str, table: Mapping[str, Sequence[str]]) -> bool:
        return any(means(form, name) for name in table.get(plain(form), ()))

    def is_ordinary(one: str, other: str) -> bool:
        return any(
            means(one, first) and means(other, last) for first, last in _ORDINARY.get(plain(f"{one} {other}"), ())
        )

    if is_one(forms[-1], _STRONG):
        return True
    told = [(one, other) for one, other in pairwise(forms) if not is_ordinary(one, other)]
    if any(is_one(one, _STRONG) or is_one(one, _CALLED) for one, _other in told):
        return True
    if any(is_one(one, _FAMILIES) and is_one(other, _BETWEEN) for one, other in told):
        return True
    if any(means(one, _COMRADE[0]) and means(other, _COMRADE[1]) for one, other in pairwise(forms[:-1])):
        return True
    begins = tuple(forms[:2])
    return len(forms) > 1 and begins in told and is_one(forms[0], _FAMILIES)
