"""Pictures and their words: what the picture shows (alt), the caption, the credit: three things.

In HTML the picture is a block and its caption a neighbour. Saved text keeps only words: the alternative text and the
caption follow one another without an empty line, alike or sharing most of their words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from news.importers.furniture import Part
from news.importers.layout import Layout
from news.importers.lines import ends_sentence, is_prose
from news.importers.names import has_surname, is_name, without_contacts
from news.importers.tree import Block, Hint, Kind, Picture, Placed, SourcePage
from portal.text import fold

_LONGEST = 350
_CREDIT = re.compile(
    r"[\s.,;–-]*[(\[]?\s*\b(?:ảnh|photo|nguồn ảnh|ảnh tư liệu|đồ hoạ|ảnh chụp|tư liệu)\s*[:：]\s*(?P<credit>[^():]{1,60}?)\s*[)\]]?[\s.]*$",
    re.IGNORECASE,
)  # fmt: skip
_OPENING = re.compile(
    r"[(\[]?\s*(?:ảnh|hình|hình ảnh|trong ảnh|ảnh minh h(?:ọa|oạ))\s*(?:\d+)?\s*[:：.]\s*(?P<rest>.+?)[)\]]?$",
    re.IGNORECASE,
)
_ILLUSTRATION = re.compile(r"[(\[]?\s*(?:ảnh|hình|tranh) (?:minh h(?:ọa|oạ)|tư liệu|internet)\b.{0,60}", re.IGNORECASE)
# How captions of such pages begin: a scene, or people doing something.
_SCENE = re.compile(
    r"(?:toan canh|quang canh|mot (?:goc|buoi|gio|canh|tiet|phien)|hinh anh|anh minh|canh |(?:cac )?(?:dai bieu|dong chi|can bo|dang vien|lanh dao|doan vien|"
    r"hoi vien|chi bo|thanh vien|nguoi dan|ong |ba |em |hoc sinh|chien si|ba con|nhan dan|cu tri|nong dan|cong nhan|ngu dan|tuoi tre|thanh nien|phu nu|"
    r"bi thu|chu tich|bo doi|hoc vien|giao vien|to (?:cong|dan|tu|hop|dang|san|bau))|doan |doan cong tac |khach moi |mo hinh )"
)
# A view is a caption whatever happens in it.
_VIEW = re.compile(r"(?:toan canh|quang canh|mot goc|canh |hinh anh|anh )")
# Of two words, too: "Quang cảnh hội nghị".
_WHOLE_VIEW = re.compile(r"(?:toan canh|quang canh|mot goc) \w+ ")
# "Đồng chí Lò Văn Pản, Bí thư Chi bộ": who is in a portrait.
_PORTRAIT = re.compile(
    r"(?:(?:đồng chí|đ/c|ông|bà|anh|chị|cô|chú|bác|nghệ nhân|bác sĩ|kỹ sư|già làng|thầy giáo|cô giáo)\s+)(?P<name>[^,–(-]{4,40}?)\s*[,–(-]\s*(?P<office>[^.:;!?]{8,120})$",
    re.IGNORECASE,
)
_STAGED = re.compile(r"\bphat bieu (?:tai|khai mac|chi dao|ket luan)|\bchup anh luu niem|\b(?:trao|tang) .{2,80} cho ")
_ACTION = re.compile(
    r"\b(?:phat bieu|trao|tang|tai (?:hoi nghi|buoi|le|dai hoi|cuoc|ky hop|chuong trinh|xa|huyen|phuong)|chup anh|luu niem|tham quan|kiem tra|ket luan|"
    r"chu tri|du (?:hoi nghi|dai hoi|le|buoi)|gioi thieu|trao doi|bieu quyet|bo phieu|dang huong|dang hoa|ra quan|tham gia|chuc mung|thao luan|tham hoi|"
    r"trong (?:buoi|gio|ngay|le)|cat bang|khanh thanh|khoi cong|dong tho|bam nut|ky ket|ra mat|lam viec|tiep xuc|thu hoach|cham soc|huong dan|trung bay|"
    r"bieu dien|trong cay|don ve sinh|phat quang|don nhan|nhan (?:bang|giay|co|huan|huy|qua)|tham|vieng|thap huong|hien mau|tuyen truyen|boc tham|tap huan)\b"
)
# A sentence about a place that tells nothing of time or outcome.
_POSED = re.compile(r"\b(?:tai|trong (?:buoi|gio|le|ngay|phien))\b")
_TOLD = re.compile(
    r"\b(?:đã|đang|sẽ|vừa|cũng|được|phải|còn|tiếp tục|rất|nhiều|không|mới|cho biết|nhằm|để|với|ngày \d+|\d+/\d+)\b",
    re.IGNORECASE,
)
# "Đồng chí Bí thư chủ trì hội nghị.", "Bà con tham gia hiến đất.": texts say this as often as captions do.
_LEADS = re.compile(
    r"\b(?:chu tri|dieu hanh|ket luan|chi dao|du|cung du|tham du|tham gia|dong gop|ung ho|phan dau|cam ket|yeu cau|de nghi|dien ra|to chuc|thong nhat|nhat tri)\b"
)
# "(bên trái)", "(thứ hai từ phải sang)": whom of those in the picture a line names.
_POINTING = re.compile(
    r"\((?:(?:người|ngoài cùng|đứng|ngồi|áo|hàng|thứ|bìa|ở)\s)*(?:(?:bên |ở |từ |phía )?(?:trái|phải|giữa)|thứ (?:nhất|hai|ba|tư|năm)|đứng|ngồi|áo \w+)"
    r"(?: (?:từ|sang|qua|hàng|ảnh|trái|phải|sau|trước|đầu|nhất))*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the article; ``source`` is empty where the saved page has only its words."""

    line: int
    place: int  # where among the blocks
    source: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


def find_photos(page: SourcePage, layout: Layout, start: int) -> tuple[list[Photo], set[int]]:
    """Return the pictures from block ``start`` on, and the blocks they take up."""
    used: set[int] = set()
    photos: list[Photo] = []
    places = [place for place in range(start, layout.end) if layout.parts[place] is Part.CONTENT]
    common = _common_styles(layout.blocks, places)
    for order, place in enumerate(places):
        block = layout.blocks[place]
        if block.kind is Kind.IMAGE and place not in used:
            photos.append(_shown(layout.blocks, places, order, used, common))
    if not any(photo.source for photo in photos):
        photos += _told(layout, places, used, styled=page.styled)
    else:
        used |= _stray_captions(layout.blocks, places, used)
    return sorted(photos, key=lambda photo: photo.place), used


def split_credit(caption: str) -> tuple[str, str]:
    """Caption and credit of a line.

    >>> split_credit("Đoàn viên trồng cây ở Suối Lội. Ảnh: Hà Vy")
    ('Đoàn viên trồng cây ở Suối Lội.', 'Hà Vy')
    >>> split_credit("Ảnh: Toàn cảnh buổi sinh hoạt của chi bộ.")
    ('Toàn cảnh buổi sinh hoạt của chi bộ.', '')
    """
    opening = _OPENING.fullmatch(caption.strip())
    if opening:
        rest = opening["rest"].strip()
        if len(rest.split()) <= 5 and is_name(rest):
            return "", without_contacts(rest)
        return split_credit(rest) if _CREDIT.search(rest) else (rest, "")
    credit = _CREDIT.search(caption)
    if not credit or len(credit["credit"].split()) > 8:
        return caption.strip(), ""
    words = caption[: credit.start()].strip()
    tail = caption[len(words) : len(words) + 1]
    words = words + tail if tail in (".", "…") else words
    return words.lstrip("([ "), without_contacts(credit["credit"])


def _common_styles(blocks: Sequence[Block], places: Sequence[int]) -> frozenset[str]:
    """The styles that most paragraphs have, which therefore set no caption apart."""
    prose = [blocks[place] for place in places if is_prose(blocks[place])]
    styles = {
        "italic": sum(block.italic for block in prose),
        "centred": sum(block.placed is Placed.CENTRE for block in prose),
    }
    return frozenset(style for style, count in styles.items() if count * 2 >= len(prose))


def _shown(blocks: Sequence[Block], places: Sequence[int], order: int, used: set[int], common: frozenset[str]) -> Photo:
    place = places[order]
    picture = blocks[place].picture
    used.add(place)
    caption_place = _caption_place(blocks, places, order, used, common)
    text, line = "", blocks[place].line
    if caption_place is not None:
        used.add(caption_place)
        text = blocks[caption_place].text
    caption, credit = split_credit(text)
    alt, alt_credit = split_credit(_real_alt(picture) if picture else "")
    return Photo(line, place, picture.source if picture else "", alt, caption, credit or alt_credit)


def _real_alt(picture: Picture) -> str:
    """Names of files and of the site's own software are no description."""
    alt = picture.alt
    file = re.sub(r"[?#].*", "", picture.source).rpartition("/")[2].rpartition(".")[0]
    if file and re.sub(r"[\W_]", "", fold(alt)) == re.sub(r"[\W_]", "", fold(file)):
        return ""
    bare = re.fullmatch(
        r"[\w%()., -]*\.(?:jpe?g|png|gif|webp|bmp)|(?:img|dsc|image|hinh|anh|photo|picture)[\w\s-]{0,20}",
        alt,
        re.IGNORECASE,
    )
    return "" if bare else alt


def _caption_place(
    blocks: Sequence[Block], places: Sequence[int], order: int, used: set[int], common: frozenset[str]
) -> int | None:
    near = [place for place in places[order + 1 : order + 3] if place not in used]
    for place in near:
        if blocks[place].kind is not Kind.IMAGE and Hint.CAPTION in blocks[place].hints:
            return place
    before = places[order - 1] if order else None
    if (
        before is not None
        and Hint.CAPTION in blocks[before].hints
        and before not in used
        and blocks[before].kind is Kind.TEXT
    ):
        return before
    if near and near[0] == places[order + 1] and _captions(blocks[near[0]], blocks[places[order]], common):
        return near[0]
    return None


def _captions(block: Block, image: Block, common: frozenset[str]) -> bool:
    """Whether the line right below a picture is its caption."""
    if block.kind is not Kind.TEXT or not block.text or len(block.text) > _LONGEST:
        return False
    if block.hints & {Hint.SAPO, Hint.TITLE, Hint.AUTHOR, Hint.DATE}:
        return False
    alt = image.picture.alt if image.picture else ""
    lengths = sorted((len(alt), len(block.text)))
    if lengths[0] >= 0.4 * lengths[1] and _alike(alt, block.text) >= 0.5:
        return True
    if block.bold and not block.italic:
        return False
    if (block.italic and "italic" not in common) or (block.placed is Placed.CENTRE and "centred" not in common):
        return True
    if _CREDIT.search(block.text) or _ILLUSTRATION.match(block.text):
        return True
    told = ends_sentence(block.text) and not (_VIEW.match(block.folded) or _STAGED.search(block.folded))
    return is_scene(block) and not told and len(block.text) <= 200


def _is_portrait(block: Block) -> bool:
    """Whether a line only names a person and an office."""
    named = _PORTRAIT.fullmatch(block.text)
    return named is not None and has_surname(named["name"]) and is_name(named["name"]) and not _TOLD.search(block.text)


def is_scene(block: Block) -> bool:
    """Whether a short line reads like a caption: people or a place, and what happens."""
    if _WHOLE_VIEW.match(f"{block.folded} ") and block.words <= 30 and not block.text.endswith((":", ";")):
        return True
    if len(block.text) > 260 or block.words < 5 or block.text.endswith((":", ";")):
        return False
    sentences = len(re.findall(r"[.!?](?:\s|$)", block.text))
    return (
        sentences <= 1
        and _SCENE.match(block.folded) is not None
        and (_ACTION.search(block.folded) is not None or block.words <= 30)
    )


def _alike(first: str, second: str) -> float:
    """The share of the shorter line's words that the other line has too."""
    one, two = set(re.findall(r"\w+", fold(first))), set(re.findall(r"\w+", fold(second)))
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _told(layout: Layout, places: Sequence[int], used: set[int], *, styled: bool) -> list[Photo]:
    """Captions without their pictures."""
    photos: list[Photo] = []
    order = 0
    while order < len(places):
        place = places[order]
        block = layout.blocks[place]
        following = places[order + 1] if order + 1 < len(places) else None
        paired = following == place + 1 and _is_pair(block, layout.blocks[place + 1])
        if paired and following is not None:
            alt, alt_credit = split_credit(block.text)
            caption, credit = split_credit(layout.blocks[following].text)
            photos.append(Photo(block.line, place, "", alt, caption, credit or alt_credit))
            used |= {place, following}
            order += 2
            continue
        if following == place + 1 and _describes(block, layout, following, styled=styled):
            caption, credit = split_credit(layout.blocks[following].text)
            photos.append(Photo(block.line, place, "", block.text, caption, credit))
            used |= {place, following}
            order += 2
            continue
        if following == place + 1 and _is_credited(block, layout.blocks[place + 1]):
            caption, credit = block.text, split_credit(layout.blocks[place + 1].text)[1]
            photos.append(Photo(block.line, place, "", "", caption, credit))
            used |= {place, place + 1}
            order += 2
            continue
        if _is_lone_caption(layout, place, styled=styled):
            caption, credit = split_credit(block.text)
            photos.append(Photo(block.line, place, "", "", caption, credit))
            used.add(place)
        order += 1
    return photos


def _is_pair(block: Block, following: Block) -> bool:
    """Whether two lines that cling together are alternative text and caption of one picture."""
    if following.gap or block.kind is not Kind.TEXT or following.kind is not Kind.TEXT:
        return False
    if _OPENING.fullmatch(following.text) and not _OPENING.fullmatch(block.text):
        return False
    lengths = sorted((len(block.text), len(following.text)))
    if block.words < 4 or lengths[1] > _LONGEST or lengths[0] < 0.35 * lengths[1]:
        return False
    alike = _alike(block.text, following.text)
    return alike >= 0.75 or (alike >= 0.5 and (is_scene(block) or is_scene(following)))


def _describes(block: Block, layout: Layout, following: int, *, styled: bool) -> bool:
    """Whether a few words above a caption are all in it: the picture's alternative text."""
    if styled or block.kind is not Kind.TEXT or not 3 <= block.words <= 20 or ends_sentence(block.text):
        return False
    caption = layout.blocks[following]
    return _is_lone_caption(layout, following, styled=styled) and _alike(block.text, caption.text) == 1.0


def _is_credited(block: Block, following: Block) -> bool:
    """Whether the line below a caption says who took the picture, and nothing else."""
    if block.kind is not Kind.TEXT or block.words < 4 or len(block.text) > _LONGEST or following.kind is not Kind.TEXT:
        return False
    caption, credit = split_credit(following.text)
    return not caption and bool(credit) and not following.gap and not is_byline(following.text)


def _is_lone_caption(layout: Layout, place: int, *, styled: bool) -> bool:
    block = layout.blocks[place]
    if block.kind is not Kind.TEXT or len(block.text) > _LONGEST or block.placed is Placed.END:
        return False
    if _says_so(block, styled=styled):
        return True
    if styled:
        return False
    if _is_portrait(block) and _between_paragraphs(layout, place):
        return True
    if not is_scene(block):
        return False
    if not ends_sentence(block.text):
        return _VIEW.match(block.folded) is not None or _ACTION.search(block.folded) is not None
    # A sentence with its full stop is a paragraph, unless it says what only a caption says, or clings to the title.
    if not _TOLD.search(block.text) and _between_paragraphs(layout, place):
        posed = block.words <= 18 and _POSED.search(block.folded) is not None
        acting = 6 <= block.words <= 20 and _ACTION.search(block.folded) is not None
        if (posed or acting) and not _LEADS.search(block.folded):
            return True
    if block.words <= 25 and (_VIEW.match(block.folded) or _STAGED.search(block.folded)):
        return True
    after = layout.blocks[place + 1] if place + 1 < len(layout.blocks) else None
    clings = place > 0 and not block.gap and layout.parts[place - 1] is Part.CONTENT
    return place <= layout.text and clings and len(block.text) <= 160 and after is not None and after.gap


def _between_paragraphs(layout: Layout, place: int) -> bool:
    around = [one for one in (place - 1, place + 1) if 0 <= one < len(layout.blocks)]
    return len(around) == 2 and all(is_prose(layout.blocks[one]) for one in around)


def _says_so(block: Block, *, styled: bool) -> bool:
    """Whether a line shows by itself that it is a caption: by its markup, its credit, or whom it points at."""
    if Hint.CAPTION in block.hints or _ILLUSTRATION.fullmatch(block.text):
        return True
    if not styled and (
        (block.italic and block.words >= 4) or (_POINTING.search(block.text) is not None and block.words <= 40)
    ):
        return True
    credit = _CREDIT.search(block.text)
    if credit and not is_byline(block.text) and len(block.text) > len(credit.group()) + 10:
        return True
    return _OPENING.fullmatch(block.text) is not None and block.words > 4


def is_byline(text: str) -> bool:
    """Whether a line credits words and pictures together ("Tin: … Ảnh: …")."""
    return re.match(r"(?:tin|bài|thực hiện|clip|video)\b", text, re.IGNORECASE) is not None


def _stray_captions(blocks: Sequence[Block], places: Sequence[int], used: set[int]) -> set[int]:
    """Captions of pictures that were left out (drawings, icons) say nothing without them."""
    return {
        place
        for place in places
        if place not in used and Hint.CAPTION in blocks[place].hints and len(blocks[place].text) < 20
    }
