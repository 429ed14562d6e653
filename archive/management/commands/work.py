"""The worker: does what waits in the background, such as the smaller pictures of new masters."""

from __future__ import annotations

import logging
import os
import time
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from archive.images.adding import DERIVING
from archive.images.masters import sweep

PAUSE = 1.0  # seconds between looks at an empty queue
ABANDONED = timedelta(seconds=2 * DERIVING.patience_seconds)
"""After which time a task that is still under way belongs to a worker that died."""

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """``work``: until it is stopped. Any number may run at once, on this machine or others."""

    help = "Do what waits in the background, until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-done", action="store_true", help="stop when nothing waits")
        parser.add_argument("--with-parent", action="store_true", help="stop with the process that started it")

    def handle(self, *args: Any, **options: Any) -> None:
        sweep(settings.MASTERS_ROOT)
        worker = _worker()
        if options["until_done"]:
            _look(worker)
            return
        worker.configure_signals()
        parent = os.getppid()
        while worker.running and not (options["with_parent"] and os.getppid() != parent):
            _look(worker)
            close_old_connections()
            time.sleep(PAUSE)


def _look(worker: Worker) -> None:
    """Do all that waits now. A database that is away is waited for."""
    try:
        take_back()
        while worker.running and (task := _claimed(worker.worker_id)):
            worker.run_task(task)
    except (OperationalError, InterfaceError) as problem:
        logger.error("The worker waits for the database: %s", str(problem).partition("\n")[0])
        close_old_connections()


def _claimed(worker_id: str) -> DBTaskResult | None:
    """The next task, which is this worker's from now on."""
    with transaction.atomic():
        task = DBTaskResult.objects.ready().get_locked()
        if task is not None:
            task.claim(worker_id)
    return task


def take_back() -> int:
    """Put tasks whose worker died back into the queue; how many."""
    cut = timezone.now() - ABANDONED
    return DBTaskResult.objects.running().filter(started_at__lt=cut).update(status=TaskResultStatus.READY)


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
