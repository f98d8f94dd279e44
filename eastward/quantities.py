"""Numbers in words: values with their units, days, odds and limits, as all pages print them.

Public names: :func:`number`, :func:`quantity`, :func:`day`, :func:`odds`, :func:`limit`.
"""

from datetime import date

NOUGHT = 5e-4  # what would be printed as 0.000
MOST = 100  # odds above this are not worth telling apart


def quantity(value: float | None, unit: str) -> str:
    """A value with its unit, which is singular beside one.

    Examples
    --------
    >>> quantity(1, "fields"), quantity(8.25, "% a year"), quantity(2, "place")
    ('1 field', '8.2 % a year', 'place 2')
    """
    if unit == "place":  # a rank
        return f"place {number(value)}"
    if value is not None and abs(value) == 1 and unit.isalpha():
        unit = unit.removesuffix("s")
    return f"{number(value)} {unit}"


def number(value: float | None) -> str:
    """A number as the panel prints it: whole, with one decimal, or with two digits below one.

    Examples
    --------
    >>> [number(value) for value in (1234.5, 12.34, -0.854, 0.5, 0.004, None)]
    ['1,234', '12.3', '−0.85', '0.5', '0.004', 'no data']
    """
    if value is None:
        return "no data"
    if abs(value) < NOUGHT:
        return "0"
    if 0.001 <= abs(value) < 1:
        return f"{value:.2g}".replace("-", "−")
    digits = 0 if float(value).is_integer() or abs(value) >= 100 else 1 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f}".replace("-", "−")


def day(text: str) -> str:
    """A year, a month or a day in words.

    Examples
    --------
    >>> day("2024"), day("2019-12"), day("2026-08-31")
    ('2024', 'December 2019', '31 August 2026')
    """
    if len(text) == len("2024"):
        return text
    one = date.fromisoformat(f"{text}-01"[:10])
    return f"{one.day} {one:%B %Y}" if len(text) == len("2024-12-31") else f"{one:%B %Y}"


def odds(value: float) -> str:
    """Odds in words, such as *7 to 1 for it*."""
    side, size = ("for", value) if value >= 1 else ("against", 1 / value)
    if size > MOST:
        return f"more than {MOST} to 1 {side} it"
    if round(size, 1) == 1:
        return "even"
    return f"{size:.0f} to 1 {side} it" if size >= 10 else f"{size:.1f} to 1 {side} it"


def limit(text: str) -> str:
    """A threshold in words: ``above 3``, ``below 1.5``."""
    word, value = text.split()
    return f"{word} {number(float(value))}"
