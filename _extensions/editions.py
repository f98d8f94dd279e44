"""The switch between the site's editions: where the same page stands in each of them."""

from posixpath import dirname, relpath

from sphinx.application import Sphinx

from eastward import edition


def switch(page: str, own: str, editions: list[str]) -> list[dict[str, str]]:
    """Title, description and link of each edition of a page.

    Parameters
    ----------
    page : str
        The page's document name.
    own : str
        The edition being built; its link is empty.
    editions : list of str
        All editions of the site, the one at its root first.

    Returns
    -------
    list of dict
        With ``title``, ``about`` and ``link``, which is relative, so that it works from disk.
    """
    folders = {name: "." if name == editions[0] else name for name in editions}
    found = []
    for name in editions:
        about = edition.load(name)
        start = f"{folders.get(own, own)}/{dirname(page)}"
        link = "" if name == own else relpath(f"{folders[name]}/{page}.html", start)
        found.append({"title": about.title, "about": about.description, "link": link})
    return found


def setup(app: Sphinx) -> dict[str, bool]:
    """Register what the workflow says of the site."""
    app.add_config_value("edition", "", "html", str)
    app.add_config_value("editions", [], "html", list)
    app.add_config_value("edition_pdf", False, "html", bool)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
