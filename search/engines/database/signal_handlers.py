"""What the database engine does when rows go with their page."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from search.engines.database.writing import forget_words
from search.models import SearchWords


@receiver(pre_delete, sender=SearchWords)
def words_are_forgotten(sender: type[SearchWords], instance: SearchWords, **kwargs: object) -> None:
    forget_words(instance)
