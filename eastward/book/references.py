"""The works that a page cites, in short in the text and in full in a list.

Public names: :class:`Works`.
"""

from functools import cache

from eastward import paths


class Works:
    """Works of ``references.bib`` that have been cited so far.

    Attributes
    ----------
    cited : list of str
        Keys, in the order of their first citation.
    """

    def __init__(self):
        self.cited: list[str] = []

    def cite(self, keys: list[str], textual: bool = False) -> str:
        """Cite works by author and year; an unknown key stands as it is.

        Parameters
        ----------
        keys : list of str
            As in ``references.bib``.
        textual : bool
            *Walt (1987)* in place of *(Walt 1987)*.
        """
        keys = [key.strip() for key in keys]
        self.cited += [key for key in keys if key not in self.cited and key in _entries()]
        named = [_short(key) for key in keys]
        if textual:
            return "; ".join(f"{who} ({year})" for who, year in named)
        return f"({'; '.join(' '.join(pair).strip() for pair in named)})"

    def listed(self) -> list[str]:
        """The works cited so far in full, in Markdown, by author."""
        from pybtex.database import BibliographyData
        from pybtex.plugin import find_plugin

        backend = find_plugin("pybtex.backends", "markdown")()
        style = find_plugin("pybtex.style.formatting", "plain")()
        data = BibliographyData({key: _entries()[key] for key in self.cited})
        works = style.format_bibliography(data)
        return [" ".join(entry.text.render(backend).split()) for entry in works]


@cache
def _entries() -> dict:
    from pybtex.database import parse_file

    return dict(parse_file(str(paths.ROOT / "references.bib")).entries)


def _short(key: str) -> tuple[str, str]:
    """Authors and year."""
    if key not in _entries():
        return key, ""
    entry = _entries()[key]
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [" ".join([*one.prelast_names, *one.last_names]).strip("{}") for one in people]
    who = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
    return who or entry.fields.get("title", key).strip("{}"), entry.fields.get("year", "n.d.")
