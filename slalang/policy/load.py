"""Files into blocks: the file that the user names, and all that it uses, amends or fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from slalang.policy.amend import amended, refuse_amending
from slalang.policy.declared import Declared
from slalang.policy.files import Reader, is_absolute, seen_from
from slalang.policy.findings import Findings
from slalang.policy.loaded import Loaded
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, Source, Span, suggestion
from slalang.syntax import nodes, parse

FIRST = ("policy", "agreement", "library")
Parse: TypeAlias = Callable[[Source, Limits], tuple[nodes.File, tuple[Diagnostic, ...]]]

MAY_AGREE = frozenset({"agreement", "source", "party", "calendar", "use", "fill"})
"""The kinds of block that an agreement can have."""


class Loader:
    """Reads files, each once; `chain` are the files on the way to one, so that a cycle is seen."""

    def __init__(self, read: Reader, findings: Findings, limits: Limits = DEFAULT_LIMITS, parse: Parse = parse) -> None:
        self._limits = limits
        self._read, self._parse = read, parse
        self._findings = findings
        self._parsed: dict[str, nodes.File | None] = {}

    @property
    def files(self) -> tuple[nodes.File, ...]:
        """The files that could be read, in the order in which they were needed."""
        return tuple(file for file in self._parsed.values() if file is not None)

    def load(self, path: str, chain: tuple[str, ...] = ()) -> Loaded | None:
        """The blocks that a file stands for; None where it can't be read."""
        file = self._file(path)
        if file is None:
            return None
        blocks = tuple(Declared(block, file.source) for block in file.blocks)
        loaded = Loaded(path, self._first(file, blocks), blocks, headings=_headings(file))
        chain = (*chain, path)
        used = self._with_libraries(loaded, chain)
        match loaded.first:
            case Declared(nodes.Block("agreement")):
                refuse_amending(loaded, self._findings)
                return self._filled_in(used, chain)
            case Declared(nodes.Block("policy") as block) if block.line("amends"):
                return self._amended(used, chain)
            case Declared(nodes.Block("policy")):
                refuse_amending(loaded, self._findings)
        return used

    def _file(self, path: str, named: Location | None = None) -> nodes.File | None:
        """A parsed file; what the reader says of one that can't be read is told where the file is named."""
        if path not in self._parsed:
            found = self._read(path)
            if isinstance(found, Source):
                self._parsed[path], mistakes = self._parse(found, self._limits)
            else:
                mistakes = tuple(one if one.location else one._replace(location=named) for one in found)
                self._parsed[path] = None
            self._findings.extend(mistakes)
        return self._parsed[path]

    def _first(self, file: nodes.File, blocks: tuple[Declared, ...]) -> Declared | None:
        """The block that says what the file is; it must be the first, and the only one of its kind."""
        heads = [block for block in blocks if block.kind in FIRST]
        for other in heads[1:]:
            self._findings.error(
                "SLA229", f"a second `{other.kind}` in one file", Location(file.source, other.block.kind_span)
            )
        if not heads or (blocks and blocks[0] is not heads[0]):
            at = heads[0].block.kind_span if heads else Span(0, min(1, len(file.source.text)))
            self._findings.error(
                "SLA229", "the first block of a file must be a `policy`, an `agreement` or a `library`",
                Location(file.source, at), help="begin the file with a line such as `policy name \"Title\"`",
            )  # fmt: skip
        return heads[0] if heads else None

    def _other(
        self, loaded: Loaded, declared: Declared, key: str, chain: tuple[str, ...]
    ) -> tuple[Loaded, Location] | None:
        """The file that a line names, with where it is named."""
        line = declared.block.line(key)
        if line is None or not isinstance(line.value, nodes.Text):
            return None
        written, location = line.value.text, Location(declared.source, line.value.span)
        path = None if is_absolute(written) or "\\" in written else seen_from(loaded.path, written)
        if path is None:
            help = "write a relative path, with `/`, that stays inside the root folder"
            self._findings.error("SLA521", f"`{written}` leads out of the root folder", location, help=help)
            return None
        if path in chain:
            circle = " -> ".join(f"`{each}`" for each in (*chain[chain.index(path) :], path))
            self._findings.error("SLA522", f"files that need each other in a circle: {circle}", location)
            return None
        found = self.load(path, chain) if self._file(path, location) else None
        return (found, location) if found else None

    def _with_libraries(self, loaded: Loaded, chain: tuple[str, ...]) -> Loaded:
        for use in [block for block in loaded.blocks if block.kind == "use"]:
            other = self._other(loaded, use, "from", chain)
            if other is None:
                loaded = loaded._replace(unread=(*loaded.unread, use))
                continue
            library, location = other
            if library.first is None or library.first.kind != "library":
                self._findings.error(
                    "SLA523", f"`{library.path}` is no library", location, help="begin it with `library name`"
                )
                continue
            taken = self._taken(use, library)
            loaded = loaded._replace(blocks=(*loaded.blocks, *taken), headings=(*loaded.headings, *library.headings))
        return loaded

    def _taken(self, use: Declared, library: Loaded) -> list[Declared]:
        """The blocks of a library that a policy takes, and, seen by that file only, those that they need."""
        line = use.block.line("takes")
        named = list(line.value.items) if line and isinstance(line.value, nodes.Names) else []
        everything = line is not None and isinstance(line.value, nodes.Anything)
        offered = [block for block in library.blocks if block.kind not in ("library", "use")]
        wanted = {item.word for item in named if isinstance(item, nodes.Name)}
        names = {_called(block) for block in offered}
        for item in named:
            if isinstance(item, nodes.Name) and item.word not in names:
                message = f"`{library.path}` declares no `{item.word}`"
                help = suggestion(item.word, names) or "take what it declares, or leave the name out"
                self._findings.error("SLA530", message, Location(use.source, item.span), help=help)
        if everything:
            return offered
        return [
            block if _called(block) in wanted else block._replace(hidden=True) for block in _needed(offered, wanted)
        ]

    def _filled_in(self, agreement: Loaded, chain: tuple[str, ...]) -> Loaded | None:
        assert agreement.first is not None
        for block in agreement.blocks:
            if block.kind not in MAY_AGREE and block.source is agreement.first.source and block.kind not in FIRST:
                message = f"an agreement has no `{block.kind}`"
                help = "it fills in the parameters of its template: say this in the template"
                self._findings.error("SLA529", message, Location(block.source, block.block.kind_span), help=help)
        other = self._other(agreement, agreement.first, "fills in", chain)
        if other is None:
            return None
        template, location = other
        if template.first is None or template.first.kind != "policy":
            self._findings.error(
                "SLA523", f"`{template.path}` is no policy", location, help="name the policy with the parameters"
            )
            return None
        return template._replace(
            blocks=(*template.blocks, *(block for block in agreement.blocks if block.kind not in FIRST)),
            agreement=agreement.first,
            headings=(*template.headings, *agreement.headings),
        )

    def _amended(self, amendment: Loaded, chain: tuple[str, ...]) -> Loaded | None:
        assert amendment.first is not None
        other = self._other(amendment, amendment.first, "amends", chain)
        if other is None:
            return None
        old, location = other
        if old.first is None or old.first.kind != "policy" or old.first.id != amendment.first.id:
            message = f"`{old.path}` is no version of the policy `{amendment.first.id}`"
            self._findings.error(
                "SLA523", message, location, help="a version has the same name as the policy that it amends"
            )
            return None
        return amended(old, amendment, self._findings)


def _headings(file: nodes.File) -> tuple[tuple[Source, nodes.Heading], ...]:
    return tuple((file.source, item) for item in file.items if isinstance(item, nodes.Heading))


def _called(declared: Declared) -> str:
    name = declared.block.name
    return name.word if name else declared.kind


def _needed(offered: Iterable[Declared], wanted: Iterable[str]) -> list[Declared]:
    """The blocks that are wanted, those whose names stand in them, and so on; documents always."""
    blocks = list(offered)
    words = {id(block): set(_words(block)) for block in blocks}
    found = {id(block) for block in blocks if block.kind == "source"}
    waiting = set(wanted)
    while waiting:
        new = [block for block in blocks if _called(block) in waiting and id(block) not in found]
        found |= {id(block) for block in new}
        waiting = {word for block in new for word in words[id(block)]}
    return [block for block in blocks if id(block) in found]


def _words(declared: Declared) -> list[str]:
    """Every word of a block that can be a name; one too many does no harm."""
    text = declared.source.at(declared.block.span)
    plain = "".join(text.split('"')[::2])
    return "".join(letter if letter.isalnum() or letter == "-" else " " for letter in plain).split()
