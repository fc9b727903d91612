"""Texts that would break out of a page, if one let them."""

from hypothesis import strategies as st

ATTACKS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)",
    "{{7*7}}{% raw %}", "</title><base href=//evil>", "'; --", "&lt;b&gt;", "\u202egpj.exe",
    "\x00\x1b[31m\x07", "\ud800", "</pre><style>*{display:none}</style>", "<!--", "]]>",
]  # fmt: skip
HOSTILE = st.one_of(st.sampled_from(ATTACKS), st.text(max_size=30)).map(str)
TEXTS = st.lists(HOSTILE, max_size=3).map("".join)
