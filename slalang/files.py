"""Files of users: found, checked and decoded before anything reads them; mistakes are diagnostics."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Source, decode, near

ROOT_MARK = "slalang.toml"
CACHE_SWITCH = "SLALANG_CACHE"


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Source | tuple[Diagnostic, ...]:
    """The text of a file, which must be a regular one, not too long, and stay as it is while it is read."""
    name = shown(path)
    try:
        data = _bytes(path, name, limits)
    except OSError as error:
        help = meant(path) if isinstance(error, FileNotFoundError) else ""
        return (_error("SLA514", f"`{name}` can't be read: {why(error)}", help),)
    if isinstance(data, Diagnostic):
        return (data,)
    return decode(data, name, limits)


class Files(NamedTuple):
    """The files that were found, each once, and what could not be looked into."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_files(paths: Iterable[Path], ending: str) -> Files:
    """Files by their paths, and those with an ending below folders, in order; what is hidden is passed over."""
    wrong: list[Diagnostic] = []
    found = [file for path in paths for file in (_below(path, ending, wrong) if path.is_dir() else (path,))]
    return Files(tuple({os.path.realpath(file): file for file in reversed(found)}.values())[::-1], tuple(wrong))


def _below(folder: Path, ending: str, wrong: list[Diagnostic]) -> Iterator[Path]:
    def report(error: OSError) -> None:
        wrong.append(_error("SLA514", f"`{shown(Path(error.filename))}` can't be read: {why(error)}"))

    for at, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at, name) for name in sorted(files) if name.endswith(ending) and name[0] != ".")


def find_root(file: Path) -> Path:
    """The nearest folder at or above a file that holds `slalang.toml`, else the folder of the file."""
    folder = file.absolute().parent
    return next((at for at in (folder, *folder.parents) if os.path.isfile(at / ROOT_MARK)), folder)


def inside(root: Path, path: str) -> Path | None:
    """The file that a path from the root leads to; None where a link leads out of the root."""
    try:
        target = (root / path).resolve()
    except RuntimeError:  # links in a circle, which reading tells
        return root / path
    return target if target.is_relative_to(root.resolve()) else None


def replace_file(path: Path, text: str, mode: int = 0o644) -> None:
    """Write a file whole or not at all: under another name first, which then takes its place; raises OSError."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, mode)
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


def rewrite_file(path: Path, before: Source, text: str) -> Diagnostic | None:
    """Give a file another text, or say why not: it must still hold the one before. It keeps its mode, and its links."""
    target, name = path.resolve(), shown(path)
    try:
        if target.read_bytes() != before.text.encode():
            message = f"`{name}` changed while it was looked at, and was left as it is"
            return _error("SLA513", message, "run again when nothing writes to it")
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
        replace_file(target, text, stat.S_IMODE(target.stat().st_mode))
    except OSError as error:
        return _error("SLA518", f"`{name}` can't be written: {why(error)}")
    return None


def is_missing(path: Path) -> bool:
    """Whether a path leads nowhere; of one that can't be looked at, reading says why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def meant(path: Path) -> str:
    """The words `did you mean ...?` for a path that leads nowhere, or nothing where no name beside it is near."""
    try:
        found = near(path.name, {*os.listdir(path.parent)} - {path.name})
    except (OSError, ValueError):
        return ""
    return f"did you mean `{shown(path.with_name(found))}`?" if found else ""


def cache_folder() -> Path | None:
    """Where files are kept from one run to the next; `SLALANG_CACHE` names another folder, or is `off`."""
    if named := os.environ.get(CACHE_SWITCH):
        return None if named == "off" else Path(named)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "slalang"
    except RuntimeError:  # a user without a home, as in a container
        return None


def why(error: OSError) -> str:
    """What the system says of a file, in the tone of our messages."""
    return (error.strerror or "unknown reason").lower()


def shown(path: Path) -> str:
    """The name under which a file is shown: seen from the current folder, but whole if it was and lies elsewhere."""
    absolute = os.path.abspath(path)
    elsewhere = path.is_absolute() and not Path(absolute).is_relative_to(Path.cwd())
    return Path(absolute if elsewhere else os.path.relpath(absolute)).as_posix()


def _bytes(path: Path, name: str, limits: Limits) -> bytes | Diagnostic:
    before = path.stat()
    if stat.S_ISDIR(before.st_mode):
        return _error("SLA511", f"`{name}` is a folder, not a file")
    if not stat.S_ISREG(before.st_mode):
        return _error("SLA512", f"`{name}` is not a regular file")
    with path.open("rb") as file:
        data = file.read(limits.file_bytes + 1)
        after = os.fstat(file.fileno())
    if len(data) > limits.file_bytes:
        message = f"`{name}` is longer than {limits.file_bytes} bytes"
        return _error("SLA901", message, "split it, or raise the limit with `--limit`")
    if _state(before) != _state(after) or len(data) != after.st_size:
        return _error("SLA513", f"`{name}` changed while it was read", "run again when nothing writes to it")
    return data


def _state(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _error(code: str, message: str, help: str = "") -> Diagnostic:
    return Diagnostic(code, message, help=help)
