"""What all pages share, a teacher's and the web site's: the frame, and how templates are filled.

No request can leave a page in that frame, whatever is written in it.
"""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def templates(folder: Path, **settings: Any) -> Environment:
    """Return the templates of a folder, which may extend base.html and bring their own style.css.

    Every {{ }} is escaped; a name that nobody gave is an error, not an empty place.
    """
    return Environment(
        loader=FileSystemLoader([folder, Path(__file__).parent]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **settings,
    )
