"""What rules cite: documents and their headings, checked against the `source` blocks."""

from __future__ import annotations

from slalang.graph.model import Document
from slalang.policy.declared import Declared
from slalang.policy.findings import Findings
from slalang.source import Clause, Location, Source, suggestion
from slalang.syntax import nodes


class Citations:
    """Turns references into clauses; a document or a heading that nobody declared is a mistake."""

    def __init__(self, documents: dict[str, Declared], findings: Findings) -> None:
        self._documents = {name: document(found) for name, found in documents.items()}
        self._findings = findings

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the policy, by name."""
        return tuple(sorted(self._documents.values()))

    def clause(self, source: Source, ref: nodes.Ref) -> Clause:
        """The clause of a reference."""
        found = self._documents.get(ref.source.word)
        if found is None:
            self._unknown(source, ref.source, "SLA226", "no source is called `{}`", tuple(self._documents))
        elif ref.heading and found.headings and ref.heading.text not in found.headings:
            message = f"`{found.id}` has no heading `{{}}`"
            self._unknown(source, ref.heading, "SLA227", message, found.headings)
        return Clause(ref.source.word, ref.heading.text if ref.heading else None, ref.paragraph)

    def _unknown(
        self, source: Source, node: nodes.Name | nodes.String, code: str, message: str, known: tuple[str, ...]
    ) -> None:
        text = node.word if isinstance(node, nodes.Name) else node.text
        add = (
            'add `source {} "..."`' if code == "SLA226" else 'add `heading: "{}"` to the source, if the contract has it'
        )
        help = suggestion(text, known) or add.format(text)
        self._findings.error(code, message.format(text), Location(source, node.span), help=help)

    def cited(self, source: Source, cite: nodes.Cite) -> tuple[Clause, ...]:
        """The clauses after `per`; none are the author's own words."""
        return tuple(self.clause(source, ref) for ref in cite.refs)

    def of_heading(self, source: Source, heading: nodes.Heading | None) -> tuple[Clause, ...]:
        """The clauses of a heading; without brackets it is the author's own."""
        return tuple(self.clause(source, ref) for ref in heading.places) if heading else ()

    def of_block(self, declared: Declared) -> tuple[Clause, ...]:
        """The clauses of a block: what it cites, else those of the heading above it."""
        return self.narrowed(declared.source, declared.block.cite, declared.block.heading)

    def narrowed(
        self, source: Source, cite: nodes.Cite | nodes.Invalid | None, heading: nodes.Heading | None
    ) -> tuple[Clause, ...]:
        """The clauses of a piece with its own citation, or those of the heading above it."""
        match cite:
            case nodes.Cite():
                return self.cited(source, cite)
            case _:
                return self.of_heading(source, heading)


def document(declared: Declared) -> Document:
    """A document that clauses point into."""
    block = declared.block
    at = block.line("at")
    headings = tuple(line.value.text for line in block.all("heading") if isinstance(line.value, nodes.Text))
    address = at.value.text if at and isinstance(at.value, nodes.Text) else None
    return Document(declared.id, block.title.text if block.title else None, address, headings)
