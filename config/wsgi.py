"""The application as a WSGI server calls it: `gunicorn config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# No question of a visitor may hold the database for longer; `config.patience` gives staff more. Commands have no limit.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=3s")

application = get_wsgi_application()
