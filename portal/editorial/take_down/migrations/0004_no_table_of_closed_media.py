"""What closed with pages is kept in ``access``."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("take_down", "0003_media_close_as_all_others")]

    operations = [
        migrations.DeleteModel("ClosedMedium"),
        migrations.DeleteModel("ClosedCollection"),
    ]
