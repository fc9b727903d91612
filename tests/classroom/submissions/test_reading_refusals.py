"""What is no notebook is refused in one sentence, which says what it is."""

import json
import zipfile
from io import BytesIO

import pytest
from notebook_bytes import dumped, read
from places import ROOT

from lessons.classroom.models import Source
from lessons.classroom.submissions.limits import BOUNDS, RefusedError
from lessons.classroom.submissions.notebooks import read_cells

RECAP = json.loads((ROOT / "notebooks/01_recap.ipynb").read_bytes())


def refusal(data: bytes, name: str = "work.ipynb") -> str:
    """Return the sentence that refuses these bytes."""
    with pytest.raises(RefusedError) as refused:
        read(data, name)
    return str(refused.value)


SENTENCES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "it is empty"),
    "blank": (b" \r\n\0\0", "it is empty"),
    "a PDF": (b"%PDF-1.7 ...", "a PDF"),
    "a page": (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "a web page"),
    "a picture": (b"\x89PNG\r\n", "a picture"),
    "a RAR": (b"Rar!\x1a", "a RAR archive"),
    "noise": (b"\x01\x00\x02\x00\x00\x00\xff" * 9, "it is no text"),
    "text": (b"Dear teacher, here is my homework.", "it is no notebook"),
    "JSON": (b'{"a": 1}', "it is no notebook"),
    "a list": (b"[1, 2]", "it is no notebook"),
    "no cells": (b'{"cells": null, "nbformat": 4}', "no code cells"),
    "text cells only": (b'{"cells": [{"cell_type": "markdown", "source": "x = 1"}]}', "no code"),
    "cut": (dumped(RECAP)[:-900], "the file breaks off"),
    "a hole": (dumped(RECAP, indent=1).replace(b":", b"", 1), "damaged in line 2"),
    "deep": (b'{"cells": ' + b"[" * 100_000, "nested too deeply"),
    "deep objects": (b'{"a":' * 100_000, "nested too deeply"),
    "many cells": (dumped({"cells": [{"cell_type": "code"}] * (BOUNDS.cells + 1)}), "5,000 cells"),
    "too large": (b" " * (BOUNDS.file_bytes + 1), "larger than 10 megabytes"),
}


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_no_notebook_says_what_it_is(what: str) -> None:
    """A refusal is one line that names the file, what is wrong and what to do."""
    data, sentence = SENTENCES[what]
    told = refusal(data)
    assert told.startswith("work.ipynb can't be taken: ")
    assert sentence in told
    assert told.endswith(".")
    assert "\n" not in told


def test_office_documents_are_told_from_zips() -> None:
    """A Word document is called one, and a zip a zip."""
    for inside, kind in (("word/document.xml", "Word"), ("xl/workbook.xml", "Excel"), ("a", "zip")):
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            archive.writestr(inside, "...")
        assert kind in refusal(whole.getvalue())


def test_more_code_than_anybody_writes_is_refused() -> None:
    """Many long cells are refused before any of them is looked into."""
    cells = [{"cell_type": "code", "source": "a = 1\n" * 8000}] * 12
    with pytest.raises(RefusedError, match="characters of code"):
        read_cells(Source("long.ipynb", json.dumps({"cells": cells}).encode()))
