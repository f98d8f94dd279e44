"""MyST taken apart: what is a directive, a role, code, and what is none of them."""

from eastward.book.myst import Block, Code, parts, roles


def test_text_and_directives_in_their_order():
    text = "One.\n\n```{note} Mind\n:class: big\n\nInside.\n```\n\nTwo."
    assert parts(text) == [
        "One.\n",
        Block("note", "Mind", "Inside.", {"class": "big"}),
        "\nTwo.",
    ]


def test_longer_fences_hold_shorter_ones():
    [outer] = parts("````{dropdown} More\n```{evidence} fig-a\nCaption.\n```\n````")
    assert outer.name == "dropdown"
    assert parts(outer.body) == [Block("evidence", "fig-a", "Caption.")]


def test_colons_are_fences_too():
    assert parts(":::{tip}\nYes.\n:::") == [Block("tip", "", "Yes.")]


def test_code_is_left_as_it_is():
    text = "```python\n{v}`x`\n```"
    assert parts(text) == [Code(text)]


def test_an_unclosed_fence_ends_with_the_text():
    assert parts("```{note}\nInside.") == [Block("note", "", "Inside.")]


def test_roles_are_replaced_and_literals_are_not():
    said = roles("{v}`a:.1f`, `{v}` and ``{v}`b` ``; {cite:t}`c,d`.", lambda *role: str(role))
    assert said == "('v', 'a:.1f'), `{v}` and ``{v}`b` ``; ('cite:t', 'c,d')."


def test_a_role_may_run_over_a_line():
    assert roles("{term}`two\nwords`", lambda name, text: text.upper()) == "TWO\nWORDS"
