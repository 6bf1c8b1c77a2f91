"""One account for one e-mail address. Where two share one, the migration names them and changes nothing."""

from django.conf import settings
from django.db import migrations
from django.db.models import Count
from django.db.models.functions import Lower
from django.utils import translation
from django.utils.translation import gettext as _

from portal.members.addresses import NOT_UNIQUE, UNIQUE

NAMED = 50


class SharedAddresses(Exception):
    """Several accounts have one address, and only people can tell whose it is."""

    def __init__(self, lines):
        with translation.override(settings.LANGUAGE_CODE):  # the command speaks no language
            said = _(
                "Several accounts have the same e-mail address, and it may belong to one. Correct or empty the address "
                "of the others under “Users” in the admin as it is now, then migrate again. Nothing was changed."
            )
        super().__init__("\n".join([said, *lines]))


def refuse_shared(apps, schema_editor):
    people = apps.get_model("auth.User").objects.using(schema_editor.connection.alias).exclude(email="")
    small = people.annotate(small=Lower("email"))
    shared = small.values("small").annotate(count=Count("pk")).filter(count__gt=1).order_by("small")
    addresses = [row["small"] for row in shared[:NAMED]]
    names = {}
    for address, username in small.filter(small__in=addresses).order_by("pk").values_list("small", "username"):
        names.setdefault(address, []).append(username)
    if names:
        lines = [f"  {address}: {', '.join(usernames)}" for address, usernames in sorted(names.items())]
        raise SharedAddresses([*lines, "  …"] if len(names) == NAMED else lines)


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0004_notification_note"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(refuse_shared, migrations.RunPython.noop, elidable=True),
        migrations.RunSQL(UNIQUE, NOT_UNIQUE),
    ]
