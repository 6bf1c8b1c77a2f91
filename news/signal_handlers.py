"""What news does when pages and tags change: thin, every way in one place."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from taggit.models import Tag
from wagtail.models import Page, Revision
from wagtail.signals import page_published, post_page_move

from news.models import Article
from news.services import date_first_publication, follow_parent, free_tag_slug


@receiver(post_page_move)
def section_follows_tree(sender: type[Page], instance: Page, **kwargs: object) -> None:
    if isinstance(instance.specific, Article):
        follow_parent(instance.specific)


@receiver(page_published, sender=Article)
def article_is_dated(sender: type[Article], instance: Article, revision: Revision, **kwargs: object) -> None:
    date_first_publication(instance, revision)


@receiver(pre_save, sender=Tag)
def tag_gets_an_ascii_address(sender: type[Tag], instance: Tag, raw: bool = False, **kwargs: object) -> None:
    if instance._state.adding and not raw:
        instance.slug = free_tag_slug(instance.name)
