"""The settings with campaigns taken out, and a test database of their own: the archive alone."""

from config.settings import *  # noqa: F403
from config.settings import DATABASES, INSTALLED_APPS

INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "campaigns"]
DATABASES = {"default": DATABASES["default"] | {"TEST": {"NAME": "test_verso_alone"}}}
