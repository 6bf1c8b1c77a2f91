"""What other apps may listen to. All else that happens in a workflow Wagtail's own signals tell.

* submitted: ``wagtail.signals.workflow_submitted`` (and ``task_submitted`` at each step);
* passed on: ``task_approved``, its sender's task an ``EditorTask``;
* returned: ``task_rejected`` with ``instance.comment``;
* approved: ``approval_given`` (also by the importer); published: ``page_published``.
"""

from django.dispatch import Signal

#: Sent with ``approval``, in the transaction that writes it.
approval_given = Signal()
