"""Findings mended until nothing is left to mend; what would break a policy is left out, and told."""

from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from slalang.graph.alike import alike
from slalang.lint.mend import file_of, mended
from slalang.lint.subject import Policy
from slalang.lint.survey import Survey
from slalang.source import Diagnostic, Fix, Source, has_errors

Look: TypeAlias = Callable[[Mapping[str, str]], Survey]
"""Surveys the policies, with texts in place of the files of their names."""

Form: TypeAlias = Callable[[Source], str | tuple[Diagnostic, ...]]
"""The one form of a text, or the mistakes with which it has none."""

Key: TypeAlias = tuple[str, str, str]
"""What tells a finding from others though its file was changed: code, message, and what is written there."""

ROUNDS = 20
"""How often findings are mended: a fix may show what another rule finds."""


class Repaired(NamedTuple):
    """The texts that changed, by the names of their files, with what they were; how many findings were mended; what is
    left, and which fixes were left out."""

    before: dict[str, Source]
    texts: dict[str, str]
    mended: int
    left: Survey
    refused: tuple[Diagnostic, ...]


def repaired(first: Survey, look: Look, form: Form, *, unsafe: bool) -> Repaired:
    """The findings of a survey mended, by safe fixes only or also by those that may change answers.

    Only the files that were asked for are changed, and none of a policy that does not compile. A file that was in its
    one form stays in it.
    """
    sources = (file.source for policy in first.policies for file in policy.files)
    before = {source.name: source for source in sources if source.name in first.mendable}
    texts = {name: source.text for name, source in before.items()}
    now, count, refused = first, 0, dict[Key, Diagnostic]()
    for _ in range(ROUNDS):
        batch = _batch(now, before, refused, unsafe=unsafe)
        if not batch:
            break
        changed = _formed(mended(texts, [fix for _, fix in batch]), before, form)
        after = look(changed)
        if _keeps(now, after, [fix for _, fix in batch]):
            count += max(1, len(now.findings) - len(after.findings))
            texts, now = changed, after
        elif len(batch) == 1:
            refused[_key(batch[0][0])] = _refusal(*batch[0])
        else:
            refused |= {_key(found): _refusal(found, fix) for found, fix in batch if not _alone(now, look, texts, fix)}
    different = {name: text for name, text in texts.items() if text != before[name].text}
    return Repaired(before, different, count, _without_refused(now, refused), tuple(refused.values()))


def _without_refused(survey: Survey, refused: Container[Key]) -> Survey:
    """What is left, in which a fix that was left out is none."""
    left = (found._replace(fix=None) if _key(found) in refused else found for found in survey.findings)
    return survey._replace(findings=tuple(left))


def mendable(survey: Survey) -> tuple[int, int, int]:
    """How many findings have a safe fix, how many one that may change answers, and how many wait until others are gone.

    The last are those of policies that do not compile, and of files that were not named.
    """
    fixes = [found.fix for found in survey.findings if found.fix]
    now = [fix for fix in fixes if _may_mend(fix, survey.mendable)]
    safe = sum(fix.safe for fix in now)
    return safe, len(now) - safe, len(fixes) - len(now)


def _batch(
    survey: Survey, files: Mapping[str, Source], refused: Mapping[Key, Diagnostic], *, unsafe: bool
) -> list[tuple[Diagnostic, Fix]]:
    """The fixes to try together: safe ones, and others only when no safe one is left."""
    fixes = [
        (found, found.fix)
        for found in survey.findings
        if found.fix and _key(found) not in refused and _may_mend(found.fix, files)
    ]
    safe = [each for each in fixes if each[1].safe]
    return safe or (fixes if unsafe else [])


def _formed(texts: Mapping[str, str], before: Mapping[str, Source], form: Form) -> dict[str, str]:
    return {name: _in_form(before[name], text, form) for name, text in texts.items()}


def _in_form(before: Source, text: str, form: Form) -> str:
    """A text in its one form, if it changed and was in that before."""
    if text == before.text or form(before) != before.text:
        return text
    after = form(Source.of(before.name, text))
    return after if isinstance(after, str) else text


def _may_mend(fix: Fix, files: Container[str]) -> bool:
    return all(file_of(edit) in files for edit in fix.edits)


def _alone(survey: Survey, look: Look, texts: Mapping[str, str], fix: Fix) -> bool:
    return _keeps(survey, look(mended(texts, [fix])), [fix])


def _keeps(before: Survey, after: Survey, fixes: Sequence[Fix]) -> bool:
    """Whether every policy compiles as it did, and means the same if all fixes are safe."""
    files = {policy.file.source.name: policy for policy in after.policies}
    safe = all(fix.safe for fix in fixes)
    return all(_holds(policy, files.get(policy.file.source.name), safe=safe) for policy in before.policies)


def _holds(before: Policy, after: Policy | None, *, safe: bool) -> bool:
    if _is_broken(before):
        return True
    if after is None or _is_broken(after) or before.compiles != after.compiles:
        return False
    return not safe or not before.compiles or alike(before.graph, after.graph)


def _is_broken(policy: Policy) -> bool:
    return has_errors(policy.diagnostics)


def _key(found: Diagnostic) -> Key:
    return found.code, found.message, found.location.text if found.location else ""


def _refusal(found: Diagnostic, fix: Fix) -> Diagnostic:
    message = f"`{fix.title}` would {'change an answer' if fix.safe else 'break the policy'}, and was left out"
    return Diagnostic("SLA831", message, found.location, f"for {found.code}", severity="warning")
