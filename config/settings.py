"""The only settings file. Everything that differs between places comes from the environment; see docs/operations.md."""

from __future__ import annotations

from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env
from config.database import database_settings
