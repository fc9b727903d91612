"""A PNG beside every SVG of a key, for places that show no SVG: GitHub's preview, for one."""

from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

from lessons.classroom.rules import Cell, each_cell

SVG, PNG = "image/svg+xml", "image/png"
PER_PIXEL = 2  # pixels of the PNG for one pixel on the screen


@each_cell
def add_stills(cell: Cell) -> None:
    """Give every SVG among the outputs its PNG, with the size it has on the screen."""
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if SVG in data:
            data[PNG] = b64encode(png(data[SVG])).decode()
            card = ElementTree.fromstring(data[SVG])
            size = {side: int(card.attrib[side]) for side in ("width", "height")}
            output.metadata[PNG] = {**size, "alt": data["text/plain"]}


def png(svg: str) -> bytes:
    """Return the picture as PNG, the same on every machine: its letters are DejaVu's."""
    import matplotlib  # loaded late: half the commands of the classroom draw nothing
    from resvg_py import svg_to_bytes

    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    letters = [str(fonts / name) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]
    return svg_to_bytes(svg, zoom=PER_PIXEL, skip_system_fonts=True, font_files=letters)
