"""What the matrix test plants: every page type in every state, pictures and files at every level, each with words of
its own, and public pages that point at all of it in every way staff can."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Pillow
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site

from documents.models import DocumentRegister
from news.models import Article, Section
from news.models.article import RelatedArticle
from portal.access.groups import organisation_group
from portal.access.levels import Level, set_level
from portal.access.models import Organisation
from portal.editorial import roles
from portal.members.models import Notification
from portal.models import (
    FeaturedStory,
    GalleryIndexPage,
    GalleryPage,
    NoticeIndexPage,
    PortalFile,
    PortalImage,
    StandardPage,
)
from portal.redirects.models import MovedTree
from tests.access.makers import MAKERS, PARENTS, Maker
from tests.access.planted_documents import mention_all, named_without_words, relate_all

WORD = re.compile(r"q[zs]\d{3}x")

# Roles: who asks

PEOPLE = ("anonymous", "outsider", "member", "committee", "organisation", "organisation_member")
STAFF = ("reporter", "editor", "chief", "administrator", "superuser")
ROLES = PEOPLE + STAFF

EVERYONE = frozenset(ROLES)
NOBODY: frozenset[str] = frozenset()
MEMBERS = frozenset({"member", "committee", "organisation_member", "superuser"})
COMMITTEE = frozenset({"committee", "superuser"})
ORGANISATION = frozenset({"organisation", "organisation_member", "superuser"})


@dataclass(frozen=True)
class Case:
    """A state of content, and who may see it."""

    name: str
    seen_by: frozenset[str]
    level: Level = Level.PUBLIC
    under_members: bool = False
    state: str = "live"


CASES = (
    Case("public", EVERYONE),
    Case("members", MEMBERS, Level.MEMBERS),
    Case("committee", COMMITTEE, Level.COMMITTEE),
    Case("organisation", ORGANISATION, Level.ORGANISATIONS),
    Case("under members", MEMBERS, under_members=True),
    Case("organisation under members", MEMBERS & ORGANISATION, Level.ORGANISATIONS, under_members=True),
    Case("draft", NOBODY, state="draft"),
    Case("scheduled", NOBODY, state="scheduled"),
    Case("expired", NOBODY, state="expired"),
    Case("not begun", NOBODY, state="not begun"),
    Case("changed since", NOBODY, state="changed"),
)
# Other types than articles share their machinery: these states tell whether a type forgot about it.
FEW = tuple(case for case in CASES if case.name in {"public", "members", "under members", "draft", "expired"})
#: Each article and gallery of these has pictures and files of its own in a public collection, which close with it.
CLOSED_CASES = tuple(case for case in CASES if case.level is not Level.PUBLIC or case.under_members)
MEDIA_CASES = tuple(case for case in CASES if case.state == "live")


@dataclass(frozen=True)
class Item:
    """Something planted: whoever finds one of its words has seen something of it."""

    kind: str
    case: Case
    words: frozenset[str]
    thing: Any = field(compare=False, hash=False)


@dataclass
class Plants:
    """Everything planted."""

    items: list[Item] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    pictures: list[PortalImage] = field(default_factory=list)
    files: list[PortalFile] = field(default_factory=list)
    users: dict[str, User] = field(default_factory=dict)
    organisation: Organisation | None = None

    def by_word(self) -> dict[str, Item]:
        return {word: item for item in self.items for word in item.words}


def is_open_to_staff(item: Item) -> bool:
    """Whether staff who hold no level see it in the admin: whatever its state, as long as nothing restricts it."""
    return item.case.level is Level.PUBLIC and not item.case.under_members


def picture_file(name: str) -> ContentFile:
    out = BytesIO()
    Pillow.new("RGB", (640, 480), (160, 20, 30)).save(out, "JPEG")
    return ContentFile(out.getvalue(), name=name)


class Planter:
    """Plants it all."""

    def __init__(self) -> None:
        self.plants = Plants()
        self._numbers = count(1)
        self.home = Site.objects.get(is_default_site=True).root_page.specific
        self.organisation = Organisation.objects.create(name="Chi bộ Thôn Bắc Sơn")
        self.plants.organisation = self.organisation

    def plant(self) -> Plants:
        self._people()
        media = {case.name: self._media(case) for case in MEDIA_CASES}
        closed: dict[type[Page], Page] = {}
        for model, make in MAKERS.items():
            frame = PARENTS.get(model, StandardPage)
            public_parent = self.home
            if model in PARENTS:
                public_parent = self._page(self.home, frame, CASES[0], media["public"])
            if frame not in closed:
                closed[frame] = self._page(self.home, frame, CASES[1], media["public"])
            closed_parent = closed[frame]
            for case in CASES if model is Article else FEW:
                parent = closed_parent if case.under_members else public_parent
                page = self._page(parent, model, case, media["public"], make)
                if page.live and case.state != "changed":
                    self._alias(page, public_parent, case)
                if case is CASES[0]:
                    self._alias(page, closed_parent, CASES[4])
        self._point_at_everything()
        self._tell_everybody_of_everything()
        return self.plants

    def _tell_everybody_of_everything(self) -> None:
        """As if each had been told while he might open it. Those without access are also told of it in the admin."""
        Notification.objects.bulk_create(
            Notification(
                person=user, kind="test", text=item.thing.title, page=item.thing, in_admin=in_admin,
                key=f"{item.thing.pk} {in_admin}",
            )
            for item in self.plants.items
            if isinstance(item.thing, Page)
            for role, user in self.plants.users.items()
            for in_admin in ((False, True) if role in PEOPLE else (False,))
        )  # fmt: skip

    def _numbered(self) -> tuple[str, str]:
        number = next(self._numbers)
        return f"qz{number:03}x", f"qs{number:03}x"

    def _people(self) -> None:
        group = organisation_group(self.organisation)
        groups = {
            "outsider": [],
            "member": [roles.group_of(roles.MEMBER)],
            "committee": [roles.group_of(roles.COMMITTEE_MEMBER)],
            "organisation": [group],
            "organisation_member": [group, roles.group_of(roles.MEMBER)],
            **{role.code: [roles.group_of(role)] for role in roles.STAFF_ROLES},
            "superuser": [],
        }
        for name, belongs_to in groups.items():
            user = get_user_model().objects.create_user(name, f"{name}@example.vn", is_superuser=name == "superuser")
            user.groups.set(belongs_to)
            self.plants.users[name] = user

    def _media(self, case: Case) -> dict[str, Any]:
        root = Collection.get_first_root_node()
        parent = root
        if case.under_members:
            parent = root.add_child(name=f"Nội bộ {case.name}")
            set_level(parent, Level.MEMBERS)
        collection = parent.add_child(name=f"Bộ sưu tập {case.name}")
        collection = Collection.objects.get(pk=collection.pk)
        set_level(collection, case.level, self._organisations(case))

        return {"picture": self._picture(collection, case), "file": self._file(collection, case)}

    def _picture(self, collection: Collection, case: Case) -> PortalImage:
        word, slug = self._numbered()
        picture: PortalImage = PortalImage.objects.create(
            title=f"Ảnh {word}",
            description=f"Mô tả {word}",
            credit=word,
            collection=collection,
            file=picture_file(f"{slug}.jpg"),
        )
        picture.get_renditions("width-40|format-jpeg", "fill-40x40|format-webp")
        self._keep("picture", case, {word, slug}, picture)
        self.plants.pictures.append(picture)
        return picture

    def _file(self, collection: Collection, case: Case) -> PortalFile:
        word, slug = self._numbered()
        file: PortalFile = PortalFile.objects.create(
            title=f"Tệp {word}",
            collection=collection,
            file=ContentFile(f"Nội dung {word}".encode(), name=f"{slug}.txt"),
        )
        self._keep("file", case, {word, slug}, file)
        self.plants.files.append(file)
        return file

    def _page(
        self, parent: Page, model: type[Page], case: Case, media: dict[str, Any], make: Maker | None = None
    ) -> Page:
        word, slug = self._numbered()
        if case in CLOSED_CASES and model in (Article, GalleryPage):
            media = {**media, "picture": self._picture(Collection.get_first_root_node(), case)}
        if case in CLOSED_CASES and model is Article:
            media = {**media, "file": self._file(Collection.get_first_root_node(), case)}
        parent = Page.objects.get(pk=parent.pk)
        changed = case.state == "changed"
        fields = (make or MAKERS[model])("như cũ" if changed else word, media)
        title = "Tiêu đề như cũ" if changed else f"Tiêu đề {word}"
        page = model(title=title, slug=slug, search_description=fields.get("intro", ""), **fields)
        page.show_in_menus = model in (Section, StandardPage)
        _set_state(page, case)
        parent.add_child(instance=page)
        if isinstance(page, Article):
            page.tags.add("thẻ như cũ" if changed else f"thẻ {word}")
            page.save()
        page.save_revision()
        if changed:
            page.title = f"Tiêu đề {word}"
            page.save_revision()
            page.refresh_from_db()
        if case.under_members and case.level is Level.PUBLIC:  # nobody sets a level: it closes its media when published
            page.get_latest_revision().publish()
        else:
            set_level(page, case.level, self._organisations(case))
        page.page_ptr.refresh_from_db()
        self._keep(model.__name__, case, {word} if changed else {word, slug}, page)
        self.plants.pages.append(page)
        if isinstance(page, Article):
            Redirect.add_redirect(f"/duong-dan-cu-{page.pk}", redirect_to=page)
            Redirect.objects.create(old_path=f"/loi-tat-{page.pk}", redirect_link=page.get_full_url())
        MovedTree.objects.create(old_path=f"/cay-cu-{page.pk}", page=page)
        return page

    def _alias(self, page: Page, parent: Page, case: Case) -> None:
        """A page that repeats another, under an address of its own."""
        _word, slug = self._numbered()
        alias = page.specific.create_alias(parent=Page.objects.get(pk=parent.pk), update_slug=slug)
        self._keep("alias", case, {slug}, alias)
        self.plants.pages.append(alias)
        MovedTree.objects.create(old_path=f"/cay-cu-{alias.pk}", page=alias)

    def _organisations(self, case: Case) -> tuple[Organisation, ...]:
        return (self.organisation,) if case.level is Level.ORGANISATIONS else ()

    def _keep(self, kind: str, case: Case, words: set[str], thing: Any) -> None:
        self.plants.items.append(Item(kind, case, frozenset(words), thing))

    def _point_at_everything(self) -> None:
        """A public article, and the home page, refer to everything planted in every way there is."""
        of = list(self.plants.pages)
        documents = [item.thing for item in self.plants.items if item.kind == "OfficialDocument"]
        relate_all(documents)
        sections = [page for page in of if isinstance(page, Section)]
        public_section = next(
            item.thing for item in self.plants.items if item.kind == "Section" and item.case.name == "public"
        )
        links = "".join(f'<p><a linktype="page" id="{page.pk}">liên kết</a></p>' for page in of)
        links += "".join(f'<p><a linktype="document" id="{file.pk}">tệp</a></p>' for file in self.plants.files)
        links += "".join(f"<p>{named_without_words(document)}</p>" for document in documents)
        hub = Article(
            title="Bài dẫn tới mọi nơi",
            slug="bai-dan",
            published_on=timezone.now() - dt.timedelta(days=1),
            picture=self.plants.pictures[1],
            picture_alt="Ảnh minh hoạ",
            picture_caption=self.plants.pictures[1].title,  # what is said of a picture says as much as it does
            picture_credit=self.plants.pictures[1].title,
            body=[
                {"type": "paragraph", "value": links},
                {"type": "box", "value": {"title": "Hộp", "text": links}},
                *({"type": "related_link", "value": {"page": page.pk, "url": "", "text": ""}} for page in of),
                *({"type": "attachment", "value": {"title": "", "file": file.pk}} for file in self.plants.files),
                *(
                    {
                        "type": "image",
                        "value": {
                            "image": picture.pk,
                            "alt_text": "Ảnh",
                            "decorative": False,
                            "caption": picture.title,
                        },
                    }
                    for picture in self.plants.pictures
                ),
                {
                    "type": "gallery",
                    "value": {
                        "title": "Ảnh",
                        "items": [{"image": picture.pk, "alt_text": "Ảnh"} for picture in self.plants.pictures],
                    },
                },
            ],
        )
        public_section.refresh_from_db()
        public_section.add_child(instance=hub)
        for page in of:
            if isinstance(page, Article):
                RelatedArticle.objects.create(article=hub, related=page)
                FeaturedStory.objects.create(home=self.home, page=page)
        self.plants.pages += [self.home, hub]
        self.home.body = [
            *({"type": "section_row", "value": {"page": page.pk, "style": "grid", "count": 12}} for page in sections),
            *(
                {"type": "notices", "value": {"page": page.pk, "count": 12}}
                for page in of
                if isinstance(page, NoticeIndexPage)
            ),
            *(
                {"type": "documents", "value": {"page": page.pk, "count": 12}}
                for page in of
                if isinstance(page, DocumentRegister)
            ),
            *(
                {"type": "photos", "value": {"page": page.pk, "count": 12}}
                for page in of
                if isinstance(page, GalleryIndexPage)
            ),
        ]
        self.home.save()
        mention_all(self.plants.pages, documents)


def _set_state(page: Page, case: Case) -> None:
    now = timezone.now()
    page.live = case.state not in {"draft", "scheduled"}
    if case.state in {"scheduled", "not begun"}:
        page.go_live_at = now + dt.timedelta(days=1)
    if case.state == "expired":
        page.expire_at = now - dt.timedelta(minutes=1)


def words_in(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def people(plants: Plants) -> Iterator[tuple[str, User | None]]:
    """Every role with its user; nobody for ``anonymous``."""
    for role in ROLES:
        yield role, plants.users.get(role)
