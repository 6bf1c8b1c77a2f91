"""What is done to articles."""

from datetime import datetime, timedelta
from itertools import count

from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Revision

from news.models import Article, Section
from portal.editorial.content import digest_of
from portal.editorial.services import carry_approval
from portal.text import slugify

#: The scheduler looks every ten seconds. What went live this soon after its time has its time as its date; what a
#: scheduler that stood still published hours later was read by nobody before.
ON_TIME = timedelta(minutes=5)


def date_first_publication(article: Article, revision: Revision) -> None:
    """Give ``article``, which has just gone live with ``revision``, the date on which readers first see it.

    A date that staff typed stays. So does an unknown date of an imported article: when its readers first saw it nobody
    knows, and the day on which somebody publishes it here says nothing of that.

    The date goes into the revision as well, so that what is live, what was published and what the next editor finds are
    one. An older version that is published again without a date gets the first one back.
    """
    if not article.live or article.alias_of_id or article.published_on is not None:
        return
    if article.import_records.exists():
        return
    moment = article.first_published_at
    if moment == article.last_published_at:
        moment = _appointed_time(revision) or moment
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)  # revisions are JSON: no finer
    dated: dict[str, object] = {"published_on": moment, "published_time_known": True, "ordered_at": moment}
    if article.updated_on and article.updated_on < moment:
        dated["updated_on"] = None  # what nobody had read cannot have been updated
    revision.content = {**revision.content, **dated}
    revision.save(update_fields=["content"])
    dated["first_published_at"] = moment
    approved = digest_of(article)
    for name, value in dated.items():
        setattr(article, name, value)
    carry_approval(article, approved, revision)
    article.save(update_fields=list(dated), clean=False)


def _appointed_time(revision: Revision) -> datetime | None:
    """The time ``revision`` was scheduled for, if it has gone live on time."""
    appointed: datetime | None = revision.approved_go_live_at
    return appointed if appointed and timedelta() <= timezone.now() - appointed < ON_TIME else None


def follow_parent(article: Article) -> None:
    """Set the article's section to the page it now lies under. The articles of a moved section stay in it."""
    parent = article.get_parent()
    Article.objects.filter(pk=article.pk).update(parent_section=Section.objects.filter(pk=parent.pk).first())


def free_tag_slug(name: str) -> str:
    """An address that no tag has yet, by the rule of all addresses: ASCII, `đ` as `d`; taggit's own keep diacritics."""
    wanted = slugify(name) or "nhan"
    taken = set(Tag.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)
