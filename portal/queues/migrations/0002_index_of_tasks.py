"""The package's indexes know only what is ready: what runs, failed or waits for long was found by reading all tasks."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("queues", "0001_workers"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX queues_task_state ON django_tasks_database_dbtaskresult (status, queue_name, enqueued_at)",
            "DROP INDEX queues_task_state",
        ),
    ]
