"""MyST Markdown taken apart: directives, roles, and the plain text between them.

Public names: :class:`Block`, :func:`parts`, :func:`roles`.

It knows the syntax and no meaning: what a directive or a role says is the caller's business.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

OPEN = re.compile(r"^(?P<fence>`{3,}|:{3,})\{(?P<name>[\w:-]+)\}[ \t]*(?P<argument>.*?)[ \t]*$")
CODE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^`{]*$")
OPTION = re.compile(r"^:(?P<key>[\w-]+):[ \t]*(?P<value>.*)$")
ROLE = re.compile(r"\{(?P<name>[\w:-]+)\}(?P<ticks>`+)(?P<text>.+?)(?P=ticks)(?!`)", re.DOTALL)
LITERAL = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!(?P=ticks)).)*?(?P=ticks)(?!`)", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A directive.

    Attributes
    ----------
    name, argument : str
        ``finding`` and what follows it on its line.
    body : str
        Its content without the options.
    options : dict
        Option to value.
    """

    name: str
    argument: str
    body: str
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Code:
    """A fenced piece of code, kept letter for letter, fences included."""

    text: str


def parts(text: str) -> list[str | Block | Code]:
    r"""Take Markdown apart into text, directives and code.

    Parameters
    ----------
    text : str
        Markdown; a directive in the body of another stays in the body.

    Examples
    --------
    >>> parts("Before.\n```{note} Mind\nInside.\n```")
    ['Before.', Block(name='note', argument='Mind', body='Inside.', options={})]
    """
    found: list[str | Block | Code] = []
    plain: list[str] = []
    lines = text.split("\n")
    position = 0
    while position < len(lines):
        directive, code = OPEN.match(lines[position]), CODE.match(lines[position])
        opened = directive or code
        if not opened:
            plain.append(lines[position])
            position += 1
            continue
        end = _end(lines, position, opened["fence"])
        if plain:
            found.append("\n".join(plain))
            plain = []
        inner = lines[position + 1 : end]
        if directive:
            options, body = _options(inner)
            found.append(Block(directive["name"], directive["argument"], body, options))
        else:
            found.append(Code("\n".join(lines[position : end + 1])))
        position = end + 1
    return [*found, "\n".join(plain)] if plain else found


def roles(text: str, say: Callable[[str, str], str]) -> str:
    """Replace every role by what ``say(name, text)`` returns; literal code is left alone.

    Examples
    --------
    >>> roles("A {term}`hoop` and `{term}`.", lambda name, text: text.upper())
    'A HOOP and `{term}`.'
    """
    out, position = [], 0
    while position < len(text):
        role, literal = ROLE.search(text, position), LITERAL.search(text, position)
        if role and (not literal or role.start() < literal.start()):
            out += [text[position : role.start()], say(role["name"], role["text"])]
            position = role.end()
        elif literal:
            out.append(text[position : literal.end()])
            position = literal.end()
        else:
            break
    return "".join([*out, text[position:]])


def _end(lines: list[str], start: int, fence: str) -> int:
    """The line that closes a fence: as many of the same sign or more, and nothing else."""
    for position in range(start + 1, len(lines)):
        line = lines[position].strip()
        if len(line) >= len(fence) and set(line) == {fence[0]}:
            return position
    return len(lines)


def _options(lines: list[str]) -> tuple[dict[str, str], str]:
    options = {}
    while lines and (option := OPTION.match(lines[0])):
        options[option["key"]] = option["value"]
        lines = lines[1:]
    return options, "\n".join(lines).strip("\n")
