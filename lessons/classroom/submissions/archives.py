"""Zips: what is in them, by whoever packed them. Nothing is ever unpacked to the disk."""

import stat
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lessons.classroom.submissions.files import Item, is_hidden, refused, within
from lessons.classroom.submissions.limits import BOUNDS, MEGABYTE, RefusedError

BROKEN = (BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)


def in_zip(archive: ZipFile) -> Iterator[Item]:
    """Yield every file in a zip but hidden ones; those that mean harm are refused."""
    for info in archive.infolist():
        name = _name(info)
        parts = [part for part in name.split("/") if part not in ("", ".", "..")]
        path = "/".join(parts) + ("/" if info.is_dir() else "")
        if not parts or any(map(is_hidden, parts)):
            continue
        why = "the folder is empty." if info.is_dir() else _harm(info, name)
        yield refused(path, why) if why else Item(path, partial(_read_member, archive, info))


def unpacked(item: Item, levels: int = BOUNDS.zip_levels) -> Iterator[Item]:
    """Yield what is in it if it is a zip, else the item itself."""
    if not item.path.lower().endswith(".zip"):
        yield item
    elif levels == 0:
        yield refused(item.path, "it is a zip in a zip in a zip. Hand in the notebooks themselves.")
    else:
        try:
            yield from _unpacked(item, levels)
        except RefusedError as error:
            yield refused(item.path, error.why)


def _unpacked(item: Item, levels: int) -> Iterator[Item]:
    data = item.read(BOUNDS.zip_bytes)
    if data.count(b"PK\x01\x02") > BOUNDS.zip_members:
        raise RefusedError(item.path, f"it has more than {BOUNDS.zip_members:,} files.")
    inside = list(in_zip(opened(BytesIO(data))))
    if not inside:
        raise RefusedError(item.path, "the zip is empty.")
    for path, read in inside:
        yield from unpacked(Item(f"{item.path}/{path}", read), levels - 1)


def opened(file: Path | BytesIO) -> ZipFile:
    """Return the zip for reading; RefusedError if it is none, or damaged."""
    try:
        return ZipFile(file)
    except BROKEN:
        raise RefusedError(str(file), "it is no zip, or damaged. Pack it again.") from None


def _read_member(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    try:
        with archive.open(info) as file:
            data = file.read(min(info.file_size, most) + 1)
    except BROKEN:
        raise RefusedError(info.filename, "it is damaged in the zip. Pack it again.") from None
    return within(data, info.filename, most)


def _harm(info: ZipInfo, name: str) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if name.startswith("/") or ".." in name.split("/") or ":" in name.partition("/")[0]:
        return "its path in the zip leads outside. Pack it again."
    if kind not in (0, stat.S_IFREG):
        return "it is a link or no ordinary file. Hand in the file itself."
    if info.flag_bits & 1:
        return "it is encrypted. Pack it again without a password."
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "it is compressed in an unusual way. Pack it as an ordinary zip."
    if info.file_size > max(MEGABYTE, info.compress_size * BOUNDS.times_smaller):
        return f"it unpacks to more than {BOUNDS.times_smaller} times its size. Clear all outputs."
    return ""


def _name(info: ZipInfo) -> str:
    """Return the name; some programs write UTF-8 and don't say so, or Windows's backslashes."""
    name = info.filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")
