"""Approvals, the two steps of the workflow, and the workflows made by code."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('editorial', '0001_no_default_groups'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ChiefApprovalTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
            ],
            options={
                'verbose_name': 'approval for publication',
                'verbose_name_plural': 'approvals for publication',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='EditorTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
            ],
            options={
                'verbose_name': 'editing',
                'verbose_name_plural': 'editing',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='KnownWorkflow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True, verbose_name='code')),
                ('workflow', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='known_as', to='wagtailcore.workflow', verbose_name='workflow')),
            ],
            options={
                'verbose_name': 'workflow made by code',
                'verbose_name_plural': 'workflows made by code',
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, verbose_name='digest of the content')),
                ('kind', models.CharField(choices=[('approval', 'approved by the chief editor'), ('override', 'let pass by an account with all rights'), ('baseline', 'live before approvals were asked for'), ('import', 'approved for the import'), ('demo', 'demo content'), ('completion', 'completed by the portal after the approval'), ('alias', 'approved for the page it repeats')], max_length=12, verbose_name='how it came about')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='approved at')),
                ('held', models.BooleanField(default=False, verbose_name='waits for the chief editor to publish it')),
                ('authors', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='whose text it is')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='approvals_given', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='wagtailcore.page', verbose_name='page')),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='approvals', to='wagtailcore.revision', verbose_name='version')),
                ('workflow', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.workflow', verbose_name='workflow')),
            ],
            options={
                'verbose_name': 'approval',
                'verbose_name_plural': 'approvals',
                'indexes': [models.Index(fields=['page', 'digest'], name='approval_page_digest')],
            },
        ),
    ]
