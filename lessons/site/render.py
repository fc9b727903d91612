"""The site's own templates, filled."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from lessons.common.html import templates
from lessons.site.markdown import html, line

PAGES = templates(Path(__file__).with_name("templates"))
PAGES.filters |= {"html": html, "line": line, "drawing": Markup}


def page(template: str, **values: Any) -> str:
    """Return the page that a template makes of these values."""
    return PAGES.get_template(template).render(**values)
