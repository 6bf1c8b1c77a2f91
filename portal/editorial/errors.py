"""What is said where a page may not go live as it is. Each is a form's error, so that the admin and its API show it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _


class RefusedWithAWay(ValidationError):
    """A refusal that says something else to whoever can end it himself, and leads him there."""

    def said_to(self, user: Any) -> str:
        return " ".join(self.messages)

    def ways_for(self, user: Any) -> Sequence[tuple[str, str]]:
        """Label and address of each screen on which ``user`` can end it."""
        return ()


class FourEyesViolated(ValidationError):
    """Nothing goes live that only its author has seen."""

    def __init__(self, message: str, **named: Any) -> None:
        super().__init__({NON_FIELD_ERRORS: [message % named]})


class NotApproved(FourEyesViolated):
    """The content that would be live has no approval."""

    def __init__(self, title: str) -> None:
        said = _(
            "“%(title)s” was not published: this text has not been approved yet. "
            "Save it, then choose “Submit for review”; the chief editor approves it for publication."
        )
        super().__init__(said, title=title)


class AliasNotApproved(FourEyesViolated):
    """An alias would become a page of its own with a text of which nobody would know any more who wrote it."""

    def __init__(self, title: str) -> None:
        said = _(
            "“%(title)s” repeats a text that has not been approved yet, so it cannot become a page of its own. "
            "Copy the page that it repeats: a copy keeps the history, and with it who wrote the text."
        )
        super().__init__(said, title=title)


class PlaceNotApproved(FourEyesViolated):
    """Live pages would come under a workflow without an approval."""

    def __init__(self, titles: list[str], count: int) -> None:
        said = _(
            "Not moved: %(count)d published pages have no approval for that place (%(titles)s). "
            "Take them down, move them, then submit them for review there."
        )
        super().__init__(said, count=count, titles=", ".join(f"“{title}”" for title in titles))


class OwnText(FourEyesViolated):
    """The approver is among the authors."""

    def __init__(self, title: str) -> None:
        said = _(
            "You changed the text of “%(title)s” yourself since it was last published, so somebody else must approve it. "
            "Your changes are kept; ask another chief editor to approve."
        )
        super().__init__(said, title=title)


class NotAnApprover(FourEyesViolated):
    """The approver does not take part in the last step of the page's workflow."""

    def __init__(self, title: str) -> None:
        said = _("You do not approve pages of this section for publication. Submit “%(title)s” for review.")
        super().__init__(said, title=title)


class ChangedSince(FourEyesViolated):
    """Somebody changed the text after it was submitted."""

    def __init__(self, title: str) -> None:
        said = _("“%(title)s” was changed after it reached you. Open it, read it again, then approve it.")
        super().__init__(said, title=title)


class DecidedAlready(FourEyesViolated):
    """The step was ended after the person saw it."""

    def __init__(self, title: str) -> None:
        said = _(
            "Somebody has decided about “%(title)s” already, a colleague or you in another window. "
            "Open it to see where it stands."
        )
        super().__init__(said, title=title)


class NoWorkflow(FourEyesViolated):
    """Nothing is to be approved where no workflow applies."""

    def __init__(self, title: str) -> None:
        super().__init__(_("No workflow applies to “%(title)s”, so it needs no approval."), title=title)
