"""The tables of the database engine."""

import django.db.models.deletion
from django.db import migrations, models

from search.engines.database import storage


def create(apps, schema_editor):
    storage.create(schema_editor.connection)


def drop(apps, schema_editor):
    storage.drop(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_entries_say_what_was_read'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Combination',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('values', models.JSONField()),
            ],
            options={
                'verbose_name': 'combination of facets',
                'verbose_name_plural': 'combinations of facets',
            },
        ),
        migrations.CreateModel(
            name='SearchRow',
            fields=[
                ('place', models.BigAutoField(primary_key=True, serialize=False)),
                ('token', models.TextField(default='public')),
                ('popularity', models.FloatField(default=0.0)),
                ('combination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='search.combination')),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.page', verbose_name='page')),
            ],
            options={
                'verbose_name': 'row of the search',
                'verbose_name_plural': 'rows of the search',
            },
        ),
        migrations.CreateModel(
            name='SearchWords',
            fields=[
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='words', serialize=False, to='search.searchrow')),
                ('words', models.BinaryField()),
                ('rest', models.BinaryField()),
            ],
            options={
                'verbose_name': 'words of the search',
                'verbose_name_plural': 'words of the search',
            },
        ),
        migrations.RunPython(create, drop),
    ]
