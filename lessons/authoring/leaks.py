"""No answer may reach a learner: compare the answers' lines with everything learners open."""

from collections.abc import Iterable, Iterator, Mapping

from nbformat import NotebookNode

from lessons.authoring.source import AuthorError, answer_lines, without_answers

# Shorter lines, such as "dw1=x1*dz", are formulas that the text itself has to teach.
FEWEST_CHARACTERS = 10


def refuse_leaks(authored: Iterable[NotebookNode], opened: Mapping[str, NotebookNode]) -> None:
    """Raise AuthorError if a line of any answer stands anywhere in a notebook learners open.

    `opened` maps file names to notebooks. A line that the author also gives away on a line of
    its own, outside every answer, is no secret; nor is one of fewer than FEWEST_CHARACTERS.
    """
    secrets = _secrets(authored)
    for name, notebook in opened.items():
        for place, text in _places(notebook):
            for squeezed, line in secrets.items():
                if squeezed in text:
                    raise AuthorError(
                        f"{name}, {place}: shows a line of an answer, {line!r}. "
                        "Take it out, or give it away on a line of its own."
                    )


def _secrets(authored: Iterable[NotebookNode]) -> dict[str, str]:
    sources = [cell.source for notebook in authored for cell in notebook.cells]
    answers = [line.strip() for source in sources for line in answer_lines(source)]
    given = {_squeeze(line) for source in sources for line in without_answers(source).splitlines()}
    lines = {_squeeze(line): line for line in answers}
    return {
        squeezed: line
        for squeezed, line in lines.items()
        if len(squeezed) >= FEWEST_CHARACTERS and squeezed not in given
    }


def _places(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    for cell in notebook.cells:
        yield f"cell '{cell.id}'", _squeeze("\n".join(_strings(cell)))
    yield "the notebook's metadata", _squeeze("\n".join(_strings(notebook.metadata)))


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from (key, *_strings(value))
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def _squeeze(text: str) -> str:
    return "".join(text.split())
