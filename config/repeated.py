"""The templates of `templates/repeated/`: parts that stand dozens of times on a page, compiled by Jinja2.

Django's own templates take several times as long for them; `docs/decisions/0013-repeated-parts-are-compiled.md` has the
figures. `_()` is gettext, and everything is escaped.
"""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """Jinja2 as Django sets it up, with what our templates use of Django's."""
    from archive.templatetags.archive_tags import ratio_class  # once the apps are there

    made = Environment(**options, trim_blocks=True, lstrip_blocks=True)
    made.globals["_"] = gettext
    made.filters.update(capfirst=capfirst, ratio_class=ratio_class)
    return made
