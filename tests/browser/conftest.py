"""A real browser, Debian's Chromium, on a real server; without Chromium the tests say that they were skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# Playwright runs a loop of its own in this thread; Django would take that for asynchronous use of the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def roles(transactional_db) -> None:
    """The roles that the migrations made, put back after the test before emptied the database.

    Django's own way to do so is out of reach: Playwright's loop makes Django take another connection.
    """
    for app, migration in (("archive", "0005_roles"), ("campaigns", "0002_roles"), ("archive", "0042_who_undoes")):
        import_module(f"{app}.migrations.{migration}").make(apps, None)


@pytest.fixture
def page(chromium, live_server) -> Iterator:
    """A page of a laptop's size; the test fails when the browser's console has an error."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, base_url=live_server.url)
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def phone(chromium, live_server) -> Iterator:
    """A page of a phone's size, without script."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, base_url=live_server.url, java_script_enabled=False
    )
    page = context.new_page()
    yield page
    context.close()
