"""Effects: written with their cause, carried out in order, tried again, given up where staff see them."""

import threading
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from portal.outbox.models import Effect, State
from portal.outbox.querysets import SILENCE
from portal.outbox.registry import CannotBeDone
from portal.outbox.services import UnknownKind, forget_old, try_again, write_effect
from portal.outbox.worker import claim, delay_after, drain, register_worker

pytestmark = pytest.mark.django_db


def write(name: str, **options) -> Effect:
    return write_effect("test", {"name": name}, **options)


def test_an_effect_is_carried_out_once_and_remembered(receiver, drained):
    effect = write("một")
    assert drained() == 1
    assert drained() == 0
    effect.refresh_from_db()
    assert receiver.names == ["một"]
    assert effect.state == State.DONE
    assert effect.done_at is not None


def test_an_effect_goes_with_the_transaction_that_causes_it(receiver, drained):
    with transaction.atomic():
        write("không bao giờ")
        transaction.set_rollback(True)
    assert drained() == 0
    assert receiver.got == []


def test_the_same_key_is_one_effect_however_often_it_is_asked_for(receiver, drained):
    write("một", key="nhắc/7")
    drained()
    write("một", key="nhắc/7")
    drained()
    assert receiver.names == ["một"]


def test_a_kind_that_nobody_carries_out_cannot_be_written():
    with pytest.raises(UnknownKind):
        write_effect("không-có", {})


def test_effects_of_one_subject_wait_for_each_other_and_no_others(receiver, drained):
    receiver.failures = [OSError("máy chủ tắt")]
    write("một", subject="page/1")
    write("hai", subject="page/1")
    write("ba", subject="page/2")
    write("bốn")
    drained()
    assert receiver.names == ["ba", "bốn"]
    Effect.objects.update(due_at=timezone.now())
    drained()
    assert receiver.names == ["ba", "bốn", "một", "hai"]


def test_what_falls_due_later_waits(receiver, drained):
    write("mai", due_at=timezone.now() + timedelta(hours=1))
    assert drained() == 0
    Effect.objects.update(due_at=timezone.now())
    assert drained() == 1


def test_a_failure_is_tried_again_later_and_says_why(receiver, drained):
    receiver.failures = [OSError("máy chủ tắt")]
    effect = write("một")
    drained()
    effect.refresh_from_db()
    assert (effect.state, effect.attempts, effect.error) == (State.WAITING, 1, "OSError: máy chủ tắt")
    assert effect.due_at > timezone.now()
    Effect.objects.update(due_at=timezone.now())
    drained()
    effect.refresh_from_db()
    assert (effect.state, effect.attempts, effect.error) == (State.DONE, 2, "")


def test_what_cannot_be_done_is_given_up_at_once(receiver, drained):
    receiver.failures = [CannotBeDone("không có hộp thư này")]
    effect = write("một", subject="page/1")
    write("hai", subject="page/1")
    drained()
    effect.refresh_from_db()
    assert (effect.state, effect.error) == (State.DEAD, "không có hộp thư này")
    assert receiver.names == ["hai"], "what was given up holds up nothing"


def test_what_failed_for_too_long_is_given_up_and_can_be_taken_back(receiver, drained):
    receiver.failures = [OSError("máy chủ tắt")]
    effect = write("một")
    Effect.objects.update(created_at=timezone.now() - timedelta(hours=2))
    drained()
    assert list(Effect.objects.dead()) == [effect]
    assert try_again([effect.pk]) == 1
    drained()
    assert receiver.names == ["một"]


def test_delays_grow_and_end_growing():
    delays = [delay_after(attempts) for attempts in (1, 2, 5, 50)]
    assert delays == sorted(delays)
    assert timedelta(seconds=1) < delays[0] < timedelta(seconds=3)
    assert delays[-1] <= timedelta(minutes=12)


def test_two_workers_never_hold_the_same_effect(receiver, worker):
    write("một")
    assert claim(worker) is not None
    assert claim(register_worker()) is None


def test_an_effect_that_another_took_since_it_was_seen_is_left_to_it(receiver, worker, monkeypatch):
    """Both saw it free; the other was faster by a hair."""
    effect, other = write("một"), register_worker()
    see = type(Effect.objects.all()).first

    def see_and_lose(effects):
        found = see(effects)
        Effect.objects.filter(pk=effect.pk, worker=None).update(worker=other, attempts=1)
        return found

    monkeypatch.setattr(type(Effect.objects.all()), "first", see_and_lose)
    assert claim(worker) is None
    effect.refresh_from_db()
    assert effect.worker_id == other.pk


def test_what_a_dead_worker_held_is_taken_over(receiver, worker, drained):
    effect = write("một")
    dead = register_worker()
    claim(dead)
    assert drained() == 0
    type(dead).objects.filter(pk=dead.pk).update(beat_at=timezone.now() - SILENCE - timedelta(seconds=1))
    assert drained() == 1
    effect.refresh_from_db()
    assert effect.attempts == 2


def test_a_worker_thought_dead_that_comes_back_changes_nothing(receiver, worker):
    """It was only slow: another one has the effect by now, and has noted what became of it."""
    from portal.outbox.worker import carry_out

    effect = write("một")
    slow = register_worker()
    held = claim(slow)
    type(slow).objects.filter(pk=slow.pk).update(beat_at=timezone.now() - SILENCE - timedelta(seconds=1))
    taken = claim(worker)
    receiver.failures = [OSError("chậm")]
    carry_out(held)
    effect.refresh_from_db()
    assert effect.worker_id == worker.pk, "the slow one's failure does not free the effect"
    carry_out(taken)
    effect.refresh_from_db()
    assert effect.state == State.DONE


def test_a_stop_ends_after_the_effect_in_hand(receiver, worker):
    stop = threading.Event()
    write("một")
    write("hai")
    drain(worker, stop, checkpoint=lambda name: stop.set())
    assert receiver.names == ["một"]


def test_what_was_carried_out_long_ago_is_forgotten_and_nothing_else(receiver, drained):
    old, new = write("một"), write("hai")
    drained()
    Effect.objects.filter(pk=old.pk).update(done_at=timezone.now() - timedelta(days=31))
    waiting = write("ba", due_at=timezone.now() + timedelta(days=400))
    forget_old()
    assert set(Effect.objects.all()) == {new, waiting}


def test_queries_of_an_effect_do_not_grow_with_those_that_wait(receiver, worker, django_assert_num_queries):
    write("một")
    for number in range(50):
        write(f"sau {number}", due_at=timezone.now() + timedelta(days=1), subject=f"page/{number}")
    with django_assert_num_queries(4):  # two looks, claim and note of one effect
        drain(worker, threading.Event())
