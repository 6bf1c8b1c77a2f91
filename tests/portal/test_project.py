"""What holds for the project's text: imports point one way, files stay short, nothing names a machine."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = {"portal", "news", "documents", "meetings", "search"}
#: What each may import of the others: the portal nothing, its users the portal, the search all.
MAY_IMPORT = {
    "portal": set(),
    "news": {"portal"},
    "documents": {"portal"},
    "meetings": {"portal"},
    "search": {"portal", "news", "documents", "meetings"},
}
LONGEST = 400
#: Not written by hand, or of one piece: catalogues, locks, migrations, fixtures, licences, what others wrote.
NOT_COUNTED = re.compile(r"\.po$|^requirements.*\.txt$|/migrations/|/fixtures?/|LICEN[CS]E|/vendor/|\.(csv|svg|json)$")
TEXT = {".py", ".html", ".css", ".js", ".md", ".toml", ".in", ".po", ".txt", ".yaml", ".yml", ""}
# Put together here, so that this file does not name them either.
MACHINE = re.compile(
    "|".join(["/" + "root/", r"(?<!\w)/" + r"home/\w+/", "/" + "work/", "/" + "tmp/plan", "C:" + r"\\Users"])
)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def written_text() -> Iterator[tuple[str, str]]:
    for path in tracked():
        if path.suffix in TEXT:
            try:
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a fixture in an old encoding


def imported(path: Path) -> Iterator[str]:
    """The packages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module


@pytest.mark.parametrize("app", sorted(APPS))
def test_imports_point_one_way(app):
    forbidden = APPS - {app} - MAY_IMPORT[app]
    crossing = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / app).rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in forbidden
    ]
    assert crossing == []


def test_only_the_settings_know_which_apps_stand_on_the_portal():
    """A name in a string is an import that comes late."""
    named = re.compile(rf"""["'](?:{"|".join(sorted(APPS - {"portal"}))})\.\w""")
    found = {
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "portal").rglob("*.py")
        if not {"migrations", "settings"} & set(path.parts)
        for line in path.read_text().splitlines()
        if named.search(line)
    }
    assert found == set()


def test_the_site_does_not_lean_on_tests_or_tools_but_for_the_messages():
    leaning = {
        f"{path.relative_to(ROOT)}: {name}"
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in {"tests", "tools", "bench"}
    }
    assert {line for line in leaning if "messages.py" not in line} == set()


def test_files_stay_short_enough_to_read():
    lengths = {name: text.count("\n") for name, text in written_text() if not NOT_COUNTED.search(name)}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_nothing_names_a_machine():
    naming = {name: MACHINE.findall(text)[0] for name, text in written_text() if MACHINE.search(text)}
    assert naming == {}


def test_vietnamese_is_written_in_one_form_of_unicode():
    import unicodedata

    decomposed = [
        name
        for name, text in written_text()
        if not unicodedata.is_normalized("NFC", text) and "/fixtures/" not in name and "importers" not in name
    ]
    assert decomposed == []


VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
TRANSLATING = {"_", "_gettext", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "npgettext"}
#: Where Vietnamese is data and not words of the interface: texts and rules about texts, names of groups, settings.
VIETNAMESE_DATA = re.compile(
    r"/(migrations|demo|importers|references|text|settings)/|editorial/(roles|workflows)\.py|access/groups\.py|models/site_settings\.py"
    r"|documents/(citations|naming|roles|workflow|mentions/cited|filling/values)\.py"
    r"|documents/importing/(bodies|catalogue|dates|details|planning|relations|symbols|tables|types|words)\.py"
    r"|search/(language|index)/|search/demo\.py"
    r"|extraction/(proposal\w*|stamps|paragraphs|letter_spacing)\.py"
)


def spoken(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that are neither docstrings nor messages to translate."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            passed |= {id(part) for part in ast.walk(node)} if name in TRANSLATING else set()
        elif isinstance(node, ast.Expr):
            passed.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.value


def test_the_interface_speaks_vietnamese_through_translations_only():
    written = {
        f"{path.relative_to(ROOT)}: {text[:60]}"
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if not VIETNAMESE_DATA.search(str(path.relative_to(ROOT)))
        for text in spoken(ast.parse(path.read_text()))
        if VIETNAMESE.search(text)
    }
    assert written == set()


def test_public_templates_never_touch_who_asks():
    """Pages are cacheable for anonymous visitors: user, session and token belong to sign-in and the desk."""
    touching = re.compile(r"request\.user|request\.session|\buser\.|csrf_token|wagtailuserbar|\bmessages\b")
    own = ("templates/sign_in/", "templates/members/", "templates/portal_admin/")
    found = [
        name
        for name, text in written_text()
        if name.startswith("templates/") and not name.startswith(own)
        if touching.search(re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", text, flags=re.DOTALL))
    ]
    assert found == []


def test_tests_that_commit_leave_the_tables_filled():
    """Tests run in any order: a mark that empties the tables would break whichever comes next on the worker."""
    mark = "transaction" + "=True"
    assert [name for name, text in written_text() if name.startswith("tests/") and mark in text] == []
