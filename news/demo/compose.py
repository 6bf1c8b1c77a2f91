"""Which articles there are: all follow from the seed and the day alone, each also from those with a smaller number.

So ``--articles 300`` and later ``--articles 10000`` give the same first 300.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple, Required, TypedDict, TypeVar
from uuid import UUID, uuid5

from portal.demo import world
from portal.demo.pictures import SCENES
from portal.demo.publishing import at

from .texts import FEATURES, TOPICS
from .texts import pieces as kinds
from .texts.grammar import Angle, Topic, capitalised, expand, fill, headline, press_spelling
from .texts.pieces import Feature, Piece
from .texts.slots import PARTS_OF_DAY, slots_for

NAMESPACE = UUID("6d0c7a52-55f1-4a54-9d5e-3b1c1f0c2a70")
#: The first articles fill a little more than three years.
SPAN_DAYS = 3 * 365 + 10
#: Before this day the imaginary commune had another portal, from which its articles were imported.
IMPORTED_UNTIL = date(2025, 2, 1)
IMPORTED_ON = date(2025, 7, 5)
UNDATED_NOTE = "Bài gốc không ghi ngày đăng."
#: When the office publishes.
HOURS = (7, 7, 8, 8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 15, 16, 16, 17)
OPENS, AFTERNOON, CLOSES = 7, 13, 18
#: A title, a lead or a picture comes again after this many articles of a section, if there are enough of its kind.
APART = 30
#: How often other words are tried before a repetition is accepted.
TRIES = 40
OLD_SOURCES = (
    ("Trang tin xã Yên Thạch", "https://example.org/yen-thach"),
    ("Trang tin xã Mỹ Lĩnh", "https://example.org/my-linh"),
)
T = TypeVar("T")


@dataclass(frozen=True)
class ArticleSpec:
    """Everything of one article that does not depend on the database."""

    identity: UUID
    section: str
    title: str
    kicker: str
    sapo: str
    pieces: Sequence[Piece]
    slots: Mapping[str, str]
    tags: tuple[str, ...]
    #: When readers saw it; ``None`` where the old portal did not say.
    published_on: datetime | None
    #: Its place in lists when that is unknown.
    known_since: datetime
    published_time_known: bool = True
    updated_on: datetime | None = None
    author_name: str = ""
    poster_name: str = ""
    source_tag: str = ""
    source_name: str = ""
    source_url: str = ""
    #: (scene, variant)
    picture: tuple[str, int] | None = None
    picture_caption: str = ""
    base_views: int | None = None
    review_note: str = ""
    corrections: tuple[tuple[datetime, str], ...] = ()
    related: tuple[str, ...] = ()
    level: str = ""
    #: The key of an article written by hand.
    key: str = ""

    @property
    def ordered_at(self) -> datetime:
        return self.published_on or self.known_since


class Dates(TypedDict, total=False):
    published_on: Required[datetime | None]
    known_since: Required[datetime]
    published_time_known: bool
    updated_on: datetime
    review_note: str
    corrections: tuple[tuple[datetime, str], ...]


class People(TypedDict, total=False):
    author_name: str
    poster_name: str
    source_name: str
    source_url: str
    source_tag: str


class LeadPicture(TypedDict, total=False):
    picture: tuple[str, int] | None
    picture_caption: str


def feature_identity(key: str) -> UUID:
    return uuid5(NAMESPACE, f"feature/{key}")


def features(today: date) -> list[ArticleSpec]:
    """The articles written by hand, dated back from ``today``."""
    return [_feature(feature, today) for feature in FEATURES]


def _feature(feature: Feature, today: date) -> ArticleSpec:
    day = IMPORTED_ON if feature.undated else today - timedelta(days=feature.days_ago)
    slots = slots_for(day, Random(feature.key))
    when = at(day, feature.hour, feature.minute)
    source_name, source_url = feature.source or ("", "")
    return ArticleSpec(
        identity=feature_identity(feature.key),
        section=feature.section,
        title=headline(feature.title, slots),
        kicker=feature.kicker,
        sapo=fill(feature.sapo, slots),
        pieces=feature.body,
        slots=slots,
        tags=feature.tags,
        published_on=None if feature.undated else when,
        known_since=when,
        updated_on=when + timedelta(hours=feature.updated_after_hours) if feature.updated_after_hours else None,
        author_name=feature.author,
        poster_name=feature.poster,
        source_tag=feature.source_tag,
        source_name=source_name,
        source_url=source_url,
        picture=feature.picture,
        picture_caption=feature.caption.format_map(slots),
        base_views=feature.views,
        review_note=UNDATED_NOTE if feature.undated else "",
        corrections=tuple(
            (when + timedelta(hours=hours), text.format_map(slots)) for hours, text in feature.corrections
        ),
        related=feature.related,
        level=feature.level,
        key=feature.key,
    )


def identity(seed: str, number: int) -> UUID:
    """What the ``number``-th generated article of a seed is known by."""
    return uuid5(NAMESPACE, f"{seed}/{number}")


def articles(seed: str, today: date) -> Iterator[ArticleSpec]:
    """The generated articles in order of their number, without end."""
    writer, number = Writer(seed, today), 0
    while True:
        yield writer.write(number)
        number += 1


class Listed(NamedTuple):
    """An article in its section's list: its place there, and the words and pictures it has taken."""

    when: datetime
    taken: tuple[str, ...]


class Words(NamedTuple):
    """What an article says, and the templates it was said with."""

    angle: Angle
    slots: Mapping[str, str]
    title: str
    sapo: str
    templates: tuple[str, str]


class Writer:
    """Writes one article after another, each unlike those next to it in its section's list.

    A later article can only come between earlier ones, so what is apart stays apart.
    """

    def __init__(self, seed: str, today: date) -> None:
        self.seed, self.today = seed, today
        self.lists: dict[str, list[Listed]] = defaultdict(list)
        self.titles: set[str] = set()
        for spec in features(today):
            self._list(spec, (spec.title, spec.sapo, _picture_key(spec.picture)))

    def write(self, number: int) -> ArticleSpec:
        rng = Random(f"{self.seed}/{number}")
        # a few near both ends, so that even a small demo spans its three years; the rest denser towards today
        days_ago = (1, SPAN_DAYS)[number] if number < 2 else 1 + round(rng.random() ** 1.2 * (SPAN_DAYS - 1))
        published = at(self.today - timedelta(days=days_ago), rng.choice(HOURS), rng.randrange(60))
        event, parts_of_day = _event(published)
        fitting = [(topic, angles) for topic in TOPICS if (angles := topic.angles_on(event))]
        topic, angles = rng.choices(fitting, [topic.weight for topic, _ in fitting])[0]
        imported = published.date() < IMPORTED_UNTIL and rng.random() < 0.5
        spelling: Callable[[str], str] = press_spelling if imported and rng.random() < 0.6 else str
        dates = _dates(published, imported, self.today, rng)
        near = self._near(topic.section, dates["published_on"] or dates["known_since"])
        words = self._words(topic, angles, event, parts_of_day, near, rng)
        picture = _lead_picture(words.angle.pictures or topic.pictures, near, rng)
        spec = ArticleSpec(
            identity=identity(self.seed, number),
            section=topic.section,
            title=spelling(words.title),
            kicker=topic.kicker if rng.random() < 0.8 else "",
            sapo=spelling(words.sapo) if rng.random() < 0.97 else "",
            pieces=_pieces(topic, words, picture["picture"], rng, spelling),
            slots={},
            tags=tuple(topic.tags[: rng.randint(1, len(topic.tags))]),
            **dates,
            **_people(imported, rng),
            **picture,
            base_views=_views(days_ago, imported, rng),
        )
        self.titles.add(words.title)
        self._list(spec, (words.title, words.sapo, *words.templates, _picture_key(spec.picture)))
        return spec

    def _list(self, spec: ArticleSpec, taken: tuple[str, ...]) -> None:
        listed = Listed(spec.ordered_at, tuple(part for part in taken if part))
        listing = self.lists[spec.section]
        listing.insert(bisect_left(listing, listed), listed)

    def _near(self, section: str, when: datetime) -> dict[str, int]:
        """How far away, in articles, each word or picture was last taken around this place of the section's list."""
        listing = self.lists[section]
        place = bisect_left(listing, Listed(when, ()))
        before, after = listing[max(0, place - APART) : place][::-1], listing[place : place + APART]
        near: dict[str, int] = {}
        for side in (before, after):
            for distance, listed in enumerate(side):
                for part in listed.taken:
                    near[part] = min(distance, near.get(part, APART))
        return near

    def _words(
        self,
        topic: Topic,
        angles: Sequence[Angle],
        event: date,
        parts_of_day: Sequence[str],
        near: Mapping[str, int],
        rng: Random,
    ) -> Words:
        """The title and lead whose like is farthest away; a title that there is already only if all others are, too."""
        pairs = [(angle, title, sapo) for angle in angles for title in angle.titles for sapo in angle.sapos]
        refused: set[str] = set()
        found = None
        for attempt in range(TRIES):
            allowed = [pair for pair in pairs if pair[1] not in refused] or pairs
            angle, title, sapo = _farthest(allowed, lambda pair: min(near.get(part, APART) for part in pair[1:]), rng)
            slots = slots_for(event, rng, parts_of_day)
            slots.update({name: rng.choice(values) for name, values in topic.extra.items()})
            words = Words(angle, slots, headline(title, slots), fill(sapo, slots), (title, sapo))
            if words.title not in near and words.sapo not in near:
                found = found or words
                if words.title not in self.titles:
                    return words
            if attempt % 3 == 2:  # a title without a name or number in it stays the same whatever is drawn
                refused.add(title)
        return found or words


def _farthest(options: Sequence[T], distance: Callable[[T], int], rng: Random) -> T:
    """One of the options that were last taken farthest away."""
    distances = [distance(option) for option in options]
    most = max(distances)
    return rng.choice([option for option, far in zip(options, distances, strict=True) if far == most])


def _event(published: datetime) -> tuple[date, Sequence[str]]:
    """The day that news tell of, and the parts of that day that were over: a morning's news are of the day before."""
    if published.hour < AFTERNOON:
        return published.date() - timedelta(days=1), PARTS_OF_DAY
    return published.date(), ("Sáng",)


def _dates(published: datetime, imported: bool, today: date, rng: Random) -> Dates:
    """When it appeared: of some imported articles only the day is known, of a few nothing."""
    chance = rng.random()
    if imported and chance < 0.05:
        return {
            "published_on": None,
            "known_since": at(IMPORTED_ON, 9, rng.randrange(60)),
            "review_note": UNDATED_NOTE,
        }
    if imported and chance < 0.35:
        return {
            "published_on": published.replace(hour=0, minute=0),
            "known_since": published,
            "published_time_known": False,
        }
    found: Dates = {"published_on": published, "known_since": published}
    changed = _in_office_hours(published + timedelta(hours=rng.randint(1, 20), minutes=rng.randrange(60)))
    if imported or changed.date() >= today:
        return found
    if chance < 0.06:
        found["updated_on"] = changed
    if chance < 0.012:
        found["corrections"] = (
            (changed, "Bản đăng đầu tiên ghi sai chức danh của người phát biểu. Ban Biên tập xin lỗi bạn đọc."),
        )
    return found


def _in_office_hours(moment: datetime) -> datetime:
    """``moment`` itself, or the next morning's beginning of work."""
    if moment.hour < OPENS:
        return moment.replace(hour=OPENS)
    if moment.hour >= CLOSES:
        return (moment + timedelta(days=1)).replace(hour=OPENS)
    return moment


def _people(imported: bool, rng: Random) -> People:
    """Who wrote it, who posted it, where it comes from; any of them may be unknown."""
    found: People = {
        "author_name": rng.choice(world.AUTHORS) if rng.random() < 0.9 else "",
        "poster_name": rng.choice(world.POSTERS) if rng.random() < 0.7 else "",
    }
    if imported and rng.random() < 0.4:
        found["source_name"], found["source_url"] = rng.choice(OLD_SOURCES)
        found["source_tag"] = rng.choice(("YT", "ML", ""))
    return found


def _picture_key(picture: tuple[str, int] | None) -> str:
    return f"{picture[0]}/{picture[1]}" if picture else ""


def _lead_picture(scenes: Sequence[str], near: Mapping[str, int], rng: Random) -> LeadPicture:
    """The picture, of those that fit, that was last shown farthest away; now and then none."""
    if rng.random() < 0.12:
        return {"picture": None}
    options = [(key, variant) for key in scenes for variant in range(1, len(SCENES[key].lights) + 1)]
    picture = _farthest(options, lambda option: near.get(_picture_key(option), APART), rng)
    caption = rng.choice(SCENES[picture[0]].captions) if rng.random() < 0.85 else ""
    return {"picture": picture, "picture_caption": caption}


def _views(days_ago: int, imported: bool, rng: Random) -> int | None:
    if rng.random() < 0.08:
        return None
    return round(rng.lognormvariate(5.6, 0.7) * (1.5 if imported else 1) * min(1.0, 0.25 + days_ago / 40))


def _pieces(
    topic: Topic, words: Words, lead: tuple[str, int] | None, rng: Random, spelling: Callable[[str], str]
) -> list[Piece]:
    """The body: the angle's and the topic's text in two or three blocks, with what an editor puts between them."""
    slots = words.slots
    told = f"{words.angle.opening.strip()}\n\n{topic.body.strip()}"
    parts = [f"## {text}" if kind == "h" else text for kind, text in expand(told, slots, rng)]
    breaks = [place for place in range(1, len(parts)) if not parts[place - 1].startswith("##")]
    cut = next((place for place in breaks if place > 1), len(parts))
    last = max(cut, breaks[-1])
    between: list[Piece] = []
    scenes = words.angle.pictures or topic.pictures
    others = [SCENES[key] for key in scenes if not lead or key != lead[0]]
    if others and rng.random() < 0.5:
        scene = rng.choice(others)
        between.append(kinds.Picture(scene.key, spelling(rng.choice(scene.captions)), rng.randint(1, 2)))
    elif len(others) > 1 and rng.random() < 0.1:
        shown = tuple(kinds.Picture(scene.key, spelling(scene.captions[0]), 2) for scene in others[:3])
        between.append(kinds.Pictures("Chùm tranh", shown))
    after: list[Piece] = []
    if topic.quotes and rng.random() < 0.5:
        after.append(kinds.Quote(spelling(fill(rng.choice(topic.quotes), slots)), spelling(_speaker(topic, slots))))
    if topic.figures and rng.random() < 0.35:
        items = tuple((figure.format_map(slots), spelling(label.format_map(slots))) for figure, label in topic.figures)
        after.append(kinds.Figures("Con số", items))
    end: list[Piece] = []
    if topic.box and rng.random() < 0.3:
        end.append(kinds.Box(spelling(fill(topic.box[0], slots)), spelling(fill(topic.box[1], slots))))
    if topic.section == "sinh-hoat-chi-bo" and rng.random() < 0.12:
        end.append(kinds.Attachment("Mẫu nghị quyết chi bộ một trang", "mau-nghi-quyet-chi-bo.pdf"))
    if rng.random() < 0.05:
        end.append(kinds.ReadAlso(rng.choice(("mot-trang", "cau-ben-pha", "dang-phi", "mot-nam"))))

    def text(chosen: Sequence[str]) -> list[Piece]:
        return [kinds.Text(spelling("\n\n".join(chosen)))] if chosen else []

    return [*text(parts[:cut]), *between, *text(parts[cut:last]), *after, *text(parts[last:]), *end]


def _speaker(topic: Topic, slots: Mapping[str, str]) -> str:
    if topic.speaker == "bi_thu":
        return f"Đồng chí {slots['bi_thu']}, Bí thư {slots['chi_bo']}"
    if topic.speaker == "truong_thon":
        return f"Đồng chí {slots['truong_thon']}, Trưởng {slots['thon']}"
    return capitalised(slots[topic.speaker])
