"""Finds the messages that our code and templates use, without xgettext: with ``ast`` and Django's template lexer."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize


@dataclass(frozen=True)
class Message:
    """What a catalogue looks a translation up by."""

    msgid: str
    context: str | None = None

    def __str__(self) -> str:
        return f"“{self.msgid}”" + (f" (ngữ cảnh “{self.context}”)" if self.context else "")


@dataclass(frozen=True)
class Use:
    """A message and where it stands."""

    message: Message
    path: Path
    line: int


@dataclass(frozen=True)
class Signature:
    """At which place a gettext function takes its message and its context."""

    message: int = 0
    context: int | None = None


FUNCTIONS = {
    "gettext": Signature(),
    "ngettext": Signature(),
    "pgettext": Signature(message=1, context=0),
    "npgettext": Signature(message=1, context=0),
}
FUNCTIONS |= {f"{name}_lazy": signature for name, signature in FUNCTIONS.items()} | {"gettext_noop": Signature()}
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}

_LITERAL = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_CALL_IN_TEMPLATE = re.compile(rf"\b(_|n?p?gettext)\(\s*u?({_LITERAL})(?:\s*,\s*u?({_LITERAL}))?", re.DOTALL)


def uses(root: Path, folders: list[str]) -> Iterator[Use]:
    """Every message used below ``folders`` of ``root``."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix == ".py":
                yield from in_python(path.read_text(encoding="utf-8"), path)
            elif path.suffix in TEMPLATE_SUFFIXES and "templates" in path.parts:
                yield from in_template(path.read_text(encoding="utf-8"), path)


def in_python(source: str, path: Path) -> Iterator[Use]:
    """The literal messages of gettext calls, under whatever names the functions were imported.

    >>> source = 'from django.utils.translation import pgettext as p, gettext_lazy as _\\n_("one" " two"); p("a", "b")'
    >>> [str(use.message) for use in in_python(source, Path("x.py"))]
    ['“one two”', '“b” (ngữ cảnh “a”)']
    """
    tree = ast.parse(source, filename=str(path))
    names = {
        alias.asname or alias.name: FUNCTIONS[alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in FUNCTIONS
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            signature = _signature(node.func, names)
            message = _message(node, signature) if signature else None
            if message:
                yield Use(message, path, node.lineno)


def _signature(function: ast.expr, names: dict[str, Signature]) -> Signature | None:
    if isinstance(function, ast.Name):
        return names.get(function.id)
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and "trans" in function.value.id:
        return FUNCTIONS.get(function.attr)
    return None


def _message(call: ast.Call, signature: Signature) -> Message | None:
    """None when the message is no literal: then ``gettext_noop`` names it elsewhere."""
    texts = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
    if len(texts) <= signature.message or not isinstance(texts[signature.message], str):
        return None
    context = None if signature.context is None else texts[signature.context]
    return Message(str(texts[signature.message]), None if context is None else str(context))


def in_template(source: str, path: Path) -> Iterator[Use]:
    """The literal messages of trans, blocktrans and ``_("…")`` in a template.

    >>> source = '{% trans "one" %}\\n{% blocktrans trimmed context "a" %}\\n b {{ c }}\\n{% endblocktrans %}'
    >>> [(str(use.message), use.line) for use in in_template(source, Path("x.html"))]
    [('“one”', 1), ('“b %(c)s” (ngữ cảnh “a”)', 2)]
    """
    calls = templatize(source, origin=str(path))
    for call in _CALL_IN_TEMPLATE.finditer(calls):
        signature = FUNCTIONS["gettext" if call[1] == "_" else call[1]]
        texts = [ast.literal_eval(text) for text in (call[2], call[3]) if text]
        context = None if signature.context is None else texts[signature.context]
        yield Use(Message(texts[signature.message], context), path, calls.count("\n", 0, call.start()) + 1)
