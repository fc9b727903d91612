"""python -m lessons lab: open the lessons in JupyterLab."""

import sys
from argparse import ArgumentParser

from lessons.common.errors import run
from lessons.lab.server import open_lab


def main() -> int:
    """Run the command, and return its exit code; --help says what there is."""
    parser = ArgumentParser("python -m lessons")
    commands = parser.add_subparsers(dest="command", required=True, metavar="lab")
    commands.add_parser(
        "lab",
        help="open the lessons in JupyterLab, on this computer only",
        description="Opens your own copies of the lessons, in work/, in JupyterLab. Any other "
        "option goes on to JupyterLab, such as --no-browser or --port=9000.",
    )
    _, options = parser.parse_known_args()
    return run(lambda: open_lab(options))


if __name__ == "__main__":
    sys.exit(main())
