"""What a text says of a place is compared with the names of bodies in the database: both are kept folded."""

from django.db import migrations, models

from portal.text import fold


def fold_places(apps, schema_editor):
    issuers = apps.get_model("documents", "Issuer").objects
    changed = []
    for issuer in issuers.select_related("parent"):
        issuer.called = fold(" ".join(body.name for body in (issuer, issuer.parent) if body is not None))
        changed.append(issuer)
    issuers.bulk_update(changed, ["called"], batch_size=200)
    mentions = apps.get_model("documents", "Mention").objects
    for place in list(mentions.exclude(place="").values_list("place", flat=True).distinct()):
        mentions.filter(place=place).update(place=fold(place)[:80])


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_mentions")]

    operations = [
        migrations.AddField("issuer", "called", models.TextField(default="", editable=False)),
        migrations.RunPython(fold_places, migrations.RunPython.noop),
    ]
