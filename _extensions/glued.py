"""What a chapter's code has glued, as a directive reads it while its page is parsed.

MyST-NB holds the outputs of the whole notebook before it parses the first paragraph, whether the
outputs were stored in an ``.ipynb`` file or made at build time.
A directive can therefore decide at once, and prose that is not wanted is never parsed.
"""

import json

from docutils import nodes
from myst_nb.core.variables import RetrievalError, format_plain_text
from myst_nb.ext.glue.utils import retrieve_glue_data

RECORD = "record"  # key of what a chapter of the second pattern hands over


def glued(document: nodes.document, key: str) -> str | None:
    """Text that the document's code glued under ``key``; None where it glued nothing."""
    try:
        output = retrieve_glue_data(document, key)
    except RetrievalError:
        return None
    return format_plain_text(output.data["text/plain"], "s")


def record(document: nodes.document) -> dict | None:
    """What the chapter's code has judged and told, as `Chapter.close` hands it over."""
    if "eastward-record" not in document.settings.env.temp_data:
        text = glued(document, RECORD)
        document.settings.env.temp_data["eastward-record"] = text and json.loads(text)
    return document.settings.env.temp_data["eastward-record"]


def judged(record: dict, name: str) -> dict | None:
    """A judged test by its full name, ``claim.reading.test`` or ``claim.later.test``."""
    claim, _, rest = name.partition(".")
    reading, _, test = rest.partition(".")
    for one in record["claims"]:
        if one["id"] == claim:
            listed = {entry["id"]: entry["tests"] for entry in one["readings"]}
            listed["later"] = one["later"]
            return next((entry for entry in listed.get(reading, []) if entry["id"] == test), None)
    return None
