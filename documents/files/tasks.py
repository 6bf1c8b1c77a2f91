"""Reading files away from any request.

A file's verdict comes first: its recognition goes on in small pieces, each a task of its own with less priority, so
that two hundred scanned pages do not keep the next file in quarantine.
"""

from django_tasks import task

VERDICT_FIRST, THE_REST = 10, 0


@task(queue_name="long", priority=VERDICT_FIRST)
def read_file(pk: int) -> None:
    from documents.files.reading import read

    read(pk)


@task(queue_name="long", priority=THE_REST)
def go_on_with_file(pk: int) -> None:
    from documents.files.reading import go_on

    go_on(pk)
