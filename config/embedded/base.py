"""The Django database backend for the embedded server: PostgreSQL's own, which joins the server when it connects.

HOST in the settings is the server's folder. Nothing is started by importing settings or by a command that asks nothing
of the database.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base, client
from django.db.utils import OperationalError

from config.embedded.cluster import programs
from config.embedded.problem import ServerUnavailable
from config.embedded.server import join


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the psql of the wheel."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        there = settings_dict | {"HOST": join(Path(settings_dict["HOST"]))}
        command, environment = super().settings_to_cmd_args_env(there, parameters)
        return [str(programs() / command[0]), *command[1:]], environment


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        try:
            sockets = join(Path(self.settings_dict["HOST"]))
        except ServerUnavailable as problem:
            raise OperationalError(str(problem)) from problem
        return super().get_connection_params() | {"host": sockets, "port": "5432"}
