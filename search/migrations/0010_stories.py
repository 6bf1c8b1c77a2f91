"""Entries that tell one story are folded by the database engine too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0009_popular_queries")]

    operations = [
        migrations.AddField(model_name="searchrow", name="story", field=models.BigIntegerField(null=True)),
    ]
