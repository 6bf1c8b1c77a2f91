"""The article's edit form: what it asks of people, and not of imports and schedules."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from portal.blocks import MOST_ALT_LETTERS
from portal.editorial.changes.forms import ExplainedPageForm

#: What only administrators may do (``portal.editorial.roles``).
ADMINISTER = "portal.change_sitesettings"


class ArticleForm(ExplainedPageForm):
    """The edit form of an article."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        views = self.fields.get("base_views")
        if views is not None:
            # A disabled field is shown and takes no value from whoever sends one: readers trust this count.
            views.disabled = self.for_user is None or not self.for_user.has_perm(ADMINISTER)

    def clean_published_on(self) -> datetime | None:
        """The form shows minutes: a date that nobody touched keeps its seconds, and the article its place."""
        typed: datetime | None = self.cleaned_data["published_on"]
        before = self.instance.published_on
        if typed and before and typed == before.replace(second=0, microsecond=0):
            return before
        return typed

    def clean(self) -> dict[str, Any]:
        """The lead picture's description is its own unless somebody writes another for this place.

        It is asked for here and not in the model: an import may have none to give.
        """
        cleaned: dict[str, Any] = super().clean()
        picture = cleaned.get("picture")
        if picture and not cleaned.get("picture_alt", "").strip():
            cleaned["picture_alt"] = picture.default_alt_text[:MOST_ALT_LETTERS]
        if picture and not cleaned["picture_alt"]:
            self.add_error("picture_alt", _("Describe the lead picture in one sentence, for those who cannot see it."))
        return cleaned
