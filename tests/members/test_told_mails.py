"""Everybody is told of everything planted: no mail holds a word of what its reader may not see."""

from portal.members import digest
from portal.members.services import choose_mails
from portal.members.telling import tell
from tests.access.conftest import plants  # noqa: F401  planted here as for the channels
from tests.access.planting import ROLES, words_in


def test_no_mail_says_what_its_reader_may_not_see(plants, db, kinds, drained, mailoutbox, settings):  # noqa: F811
    settings.DIGEST_HOUR = 0
    people = {user.email: role for role, user in plants.users.items()}
    users = list(plants.users.values())
    of = [item for item in plants.items if hasattr(item.thing, "get_children")]
    for item in of:
        tell(users, "returned", item.thing.title, key=f"{item.thing.pk} at once", page=item.thing)
        tell(users, "published", item.thing.title, key=f"{item.thing.pk} daily", page=item.thing)
    choose_mails(users[0], {"returned": "daily"})
    digest.send_digests()
    drained()
    by_word = plants.by_word()
    leaks = {
        (people[mail.to[0]], by_word[word].kind, by_word[word].case.name)
        for mail in mailoutbox
        for word in words_in(str(mail.message().as_bytes()) + mail.subject + mail.body + mail.alternatives[0][0])
        if people[mail.to[0]] not in by_word[word].case.seen_by
    }
    assert leaks == set()
    assert {people[mail.to[0]] for mail in mailoutbox} == set(ROLES) - {"anonymous"}, "everybody got what he may see"
