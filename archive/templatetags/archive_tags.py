"""Numbers as class names, since the content security policy allows no inline style. See static/css/ratio.css."""

from __future__ import annotations

from functools import cache

from django import template
from django.template import Context, engines
from django.template.loader import get_template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

register = template.Library()

_NARROWEST, _WIDEST = 40, 400
_LANGUAGES = {
    "en": _("English"),
    "ja": _("Japanese"),
    "ja-Latn": _("Japanese, romanized"),
    "zh": _("Chinese"),
    "zh-Hans": _("Chinese (simplified)"),
    "zh-Hant": _("Chinese (traditional)"),
    "zh-Latn": _("Chinese, romanized"),
    "zh-Latn-pinyin": _("Chinese in pinyin"),
    "zh-Latn-wadegile": _("Chinese in Wade–Giles"),
    "und-Hani": _("Chinese characters"),
    "und-Latn": _("romanized"),
}
_BARS = 20


@register.filter
def ratio_class(ratio: str) -> str:
    """Width by height in hundredths, from 0.40 to 4.00: ``1.314`` is ``r-131``."""
    return f"r-{min(max(round(float(ratio) * 100), _NARROWEST), _WIDEST):03d}"


@register.filter
def language_words(code: str) -> str:
    """A BCP 47 tag in words: ``zh-Hant`` is “Chinese (traditional)”; one we have no words for stays as it is."""
    return str(_LANGUAGES.get(code, code))


@register.filter
def bar_class(count: int | None, most: int) -> str:
    """A count as the height of a bar, in twentieths of the largest; never nothing where there is something."""
    return f"h-{max(1, round(_BARS * count / most)) if count and most else 0}"


@register.simple_tag(takes_context=True)
def same_for_all(context: Context, name: str) -> SafeString:
    """What every visitor sees alike, such as the head of all pages: drawn once for each language and named address.

    The template has `here`, the name of the page's address, and nothing else.
    """
    match = getattr(context.get("request"), "resolver_match", None)
    return _drawn(name, match.url_name if match else "", get_language() or "", get_script_prefix())


@cache
def _drawn(name: str, here: str, language: str, prefix: str) -> SafeString:
    return mark_safe(get_template(name).render({"here": here}))


@register.simple_tag
def repeated(name: str, **values: object) -> SafeString:
    """What stands dozens of times on a page, out of `templates/repeated/` (docs/decisions/0013)."""
    return mark_safe(engines["repeated"].get_template(name).render(values))
