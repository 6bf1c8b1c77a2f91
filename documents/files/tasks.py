"""Reading files away from any request, in two lanes (``docs/decisions/tasks.md``).

Text and pictures of pages take seconds and go to the queue of long tasks. What has to be recognised takes minutes and
goes to the queue of scans, so that a bad scan keeps no other file and no register waiting. In each a file's verdict
comes first, and its other pages follow in small pieces, each a task of its own.
"""

from django_tasks import task

VERDICT_FIRST, THE_REST = 10, -10


@task(queue_name="long", priority=VERDICT_FIRST)
def read_file(pk: int) -> None:
    from documents.files.reading import read

    read(pk)


@task(queue_name="scans", priority=VERDICT_FIRST)
def recognise_ends(pk: int) -> None:
    from documents.files.reading import look_at_ends

    look_at_ends(pk)


@task(queue_name="long", priority=THE_REST)
def go_on_with_file(pk: int) -> None:
    from documents.files.reading import go_on

    go_on(pk)


@task(queue_name="scans", priority=THE_REST)
def recognise_rest(pk: int) -> None:
    from documents.files.reading import recognise_some

    recognise_some(pk)
