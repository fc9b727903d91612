"""A PNG beside every SVG of a key, for places that show no SVG: GitHub's preview, for one."""

from base64 import b64encode
from pathlib import Path
from struct import unpack

import matplotlib
from resvg_py import svg_to_bytes

from lessons.authoring.rules import Cell, each_cell
from lessons.authoring.source import AuthorError

SVG, PNG = "image/svg+xml", "image/png"
PER_PIXEL = 2  # pixels of the PNG for one pixel on the screen


@each_cell
def add_stills(cell: Cell) -> None:
    """Give every SVG among the outputs its PNG, with its size on the screen and its words."""
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if SVG in data:
            drawn = png(data[SVG])
            data[PNG] = b64encode(drawn).decode()
            width, height = (side // PER_PIXEL for side in unpack(">II", drawn[16:24]))
            words = data.get("text/plain", "")
            output.metadata[PNG] = {"width": width, "height": height, "alt": words}


def png(svg: str) -> bytes:
    """Return the picture as PNG, the same on every machine: its letters are DejaVu's.

    AuthorError if it is no SVG.
    """
    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    letters = [str(fonts / name) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]
    try:
        return svg_to_bytes(svg, zoom=PER_PIXEL, skip_system_fonts=True, font_files=letters)
    except ValueError as error:
        raise AuthorError(f"an SVG that can't be drawn ({error}). Correct it.") from None
