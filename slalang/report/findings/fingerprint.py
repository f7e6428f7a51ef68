"""By what a finding is known again when lines above it come and go, or blanks are set anew."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from slalang.report.findings.checkout import Checkout
from slalang.source import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic], checkout: Checkout) -> Iterator[str]:
    """One fingerprint for each finding, no two alike: of equal ones on equal lines, each says which it is."""
    seen: Counter[tuple[str, ...]] = Counter()
    for diagnostic in diagnostics:
        marks = _marks(diagnostic, checkout)
        seen[marks] += 1
        yield sha256("\0".join((*marks, str(seen[marks]))).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _marks(diagnostic: Diagnostic, checkout: Checkout) -> tuple[str, ...]:
    """What of a finding stays when its line moves; the words of its message may change with the next version."""
    if diagnostic.location is None:
        return diagnostic.code, diagnostic.message
    source, span = diagnostic.location
    line = source.line(source.locate(span.start)[0])
    return diagnostic.code, checkout.path(source.name), _bare(line), _bare(source.at(span))


def _bare(text: str) -> str:
    return " ".join(text.split())
