"""What kind of file was handed in: its text if it is one, else a sentence that says what it is."""

import json

from lessons.classroom.submissions.limits import RefusedError

BLANK = "\0 \t\r\n\f"  # a damaged disk leaves zeros at the end
KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"version https://git-lfs": "only Git LFS's pointer to a file",
}
INSIDE_ZIP = {
    b"word/": "a Word document",
    b"xl/": "an Excel workbook",
    b"opendocument": "a document",
}
PAGES = ("<!doctype", "<html", "<?xml", "<svg", "<head", "<body", "<!--")
REMEDY = "Hand in the notebook itself, the file that ends in .ipynb."


def text_of(name: str, data: bytes) -> str:
    """Return the text of a file, whichever encoding it is in; RefusedError if it has none.

    >>> text_of("a.py", b"x = '\\xe9'"), text_of("a.py", "x = 'é'".encode("utf-16"))
    ("x = 'é'", "x = 'é'")
    """
    if not data.strip(BLANK.encode()):
        raise RefusedError(name, "it is empty. Save the notebook, and hand it in again.")
    for start, kind in KINDS.items():
        if data.startswith(start):
            raise RefusedError(name, f"it is {_zipped(data) or kind}. {REMEDY}")
    text = _decoded(data).lstrip("\ufeff").rstrip(BLANK)
    if text[:1000].lstrip()[:100].lower().startswith(PAGES):
        raise RefusedError(name, f"it is a web page. {REMEDY}")
    if "\0" in text:
        raise RefusedError(name, f"it is no text. {REMEDY}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _zipped(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return ""
    return next((kind for sign, kind in INSIDE_ZIP.items() if sign in data[:10_000]), "")


def _decoded(data: bytes) -> str:
    for encoding in (json.detect_encoding(data), "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode("latin-1")
