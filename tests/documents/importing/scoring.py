"""How well a register of awkward rows is read: what became of each row, beside what should have."""

from pathlib import Path
from typing import Any

from documents.importing.catalogue import Catalogue
from documents.importing.planning import Outcome, Row, plan
from documents.importing.reading import RowReader
from documents.importing.sources import read_register
from portal.text import fold

OK, WARN, NO, PASS = "ok", "warn", "refused", "passed"
Expected = tuple[str, int, str | None, dict[str, Any]]


def rows_of(path: Path) -> tuple[list[Row], set[tuple[str, int]]]:
    """The plan of the file, and the places of rows that were passed over."""
    catalogue = Catalogue()
    register = read_register(path, catalogue.relation_columns())
    reader = RowReader(catalogue)
    readings = [reading for table in register.tables for reading in reader.read_table(table)]
    passed = {(one.sheet, one.number) for table in register.tables for one in table.passed}
    return plan(readings), passed


def mistakes(path: Path, expectations: list[Expected]) -> list[str]:
    """One line for each row that is not as expected."""
    rows, passed = rows_of(path)
    by_place = {row.place: row for row in rows}
    found = []
    for sheet, number, outcome, expected in expectations:
        row = by_place.get((sheet, number))
        wrong = _wrong(row, outcome, expected, passed=(sheet, number) in passed)
        if wrong:
            found.append(f"{sheet}!{number}: {wrong}")
    strange = set(by_place) - {(sheet, number) for sheet, number, _outcome, _expected in expectations}
    return found + [f"{sheet}!{number}: nobody expected a document" for sheet, number in sorted(strange)]


def _wrong(row: Row | None, outcome: str | None, expected: dict[str, Any], *, passed: bool) -> str:
    if row is None:
        return "" if outcome == PASS and passed else "no row" if outcome != PASS else "not even passed over"
    became = NO if row.outcome is Outcome.REFUSED else WARN if row.warnings else OK
    said = f"{became} {row.reasons + row.warnings}"
    if outcome is not None and became != outcome:
        return f"{outcome} expected, was {said}"
    reasons = fold(" ".join(row.reasons))
    because = expected.get("because", "")
    if because and not any(fold(word) in reasons for word in because.split("|")):
        return f"the reason says nothing of {because}: {row.reasons}"
    if expected.get("secret") and not row.secret:
        return "not known as secret"
    return "; ".join(_differences(row, expected))


def _differences(row: Row, expected: dict[str, Any]) -> list[str]:
    entry = row.entry
    if entry is None:
        return []
    have: dict[str, Any] = {
        "symbol": entry.symbol,
        "type": entry.document_type.name,
        "issuer": entry.issuer.name,
        "co": [issuer.name for issuer in entry.co_issuers],
        "day": entry.issued_on.isoformat() if entry.issued_on else None,
        "effective": entry.effective_on.isoformat() if entry.effective_on else None,
        "expires": entry.expires_on.isoformat() if entry.expires_on else None,
        "abstract": entry.abstract,
        "signer": entry.signer,
        "position": entry.position.name if entry.position else None,
        "authority": str(entry.signing_authority),
        "term": entry.term.name if entry.term else None,
        "fields": [field.name for field in entry.fields],
        "relations": [(related.kind.name, related.key) for related in entry.relations],
        "partial": [related.partial for related in entry.relations],
        "status": str(entry.status_override),
        "level": str(entry.level),
        "circulation": str(entry.circulation),
        "urgency": str(entry.urgency),
        "files": entry.files,
        "recipients": entry.recipients,
        "place": entry.place,
    }
    return [
        f"{name}: {value!r} expected, is {have[name]!r}"
        for name, value in expected.items()
        if name in have and have[name] != value
    ]
