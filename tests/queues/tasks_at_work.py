"""Tasks that the worker processes of the tests run: each tells the receiver its key."""

import http.client
import os
import signal
import time
from pathlib import Path
from urllib.parse import urlsplit

from django_tasks import task

from portal.queues.registry import TaskRule, task_rules

#: Where a worker process of the tests ends itself; set by ``killable_worker``.
checkpoints = {"": lambda name: None}


def tell(url: str, key: str) -> None:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
    connection.putrequest("POST", "/")
    connection.putheader("Content-Length", str(len(key)))
    connection.endheaders()
    checkpoints[""]("handing over")
    connection.send(key.encode())
    assert connection.getresponse().status == 204
    connection.close()
    checkpoints[""]("carried out")


@task()
def short_work(url: str, key: str) -> None:
    tell(url, key)


@task(queue_name="long")
def long_work(url: str, key: str) -> None:
    tell(url, key)


@task(queue_name="long")
def only_once(url: str, key: str) -> None:
    tell(url, key)


@task(queue_name="long")
def deadly(url: str, key: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@task(queue_name="long")
def patient_work(url: str, key: str) -> None:
    """Goes on until the test lets it end."""
    tell(url, key)
    while not Path(os.environ["PORTAL_VAR_DIR"], "go-on").exists():
        time.sleep(0.1)


for known in (short_work, long_work, patient_work, deadly):
    task_rules.register(TaskRule(known.module_path, "thử"))
task_rules.register(TaskRule(only_once.module_path, "thử một lần", repeatable=False))
