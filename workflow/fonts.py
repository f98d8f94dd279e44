"""Make the typeface of the charts: Source Sans 3 under a name that vl-convert can measure.

vl-convert measures a text in a font whose name it writes unquoted; the digit in *Source Sans 3*
makes that no name, and every label is then taken for two and a half times its width.
The licence asks for another name too where a font has been changed, and here rare letters are
left out. Run it with fontTools installed, on a folder with Adobe's files (npm: source-sans)::

    python workflow/fonts.py source-sans/TTF eastward/figures/fonts
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Book Sans"
FACES = {"Regular": "Regular", "Semibold": "Semibold", "It": "Italic"}
LETTERS = [
    *range(0x20, 0x250),  # Latin
    *range(0x370, 0x460),  # Greek, Cyrillic
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2270),  # punctuation, arrows, mathematics
    *range(0x25A0, 0x2610),
    *range(0x2700, 0x2760),
]
FEATURES = ["kern", "liga", "ccmp", "mark", "mkmk", "locl", "tnum"]


def make(source: Path, style: str) -> TTFont:
    """Leave out what no chart needs, and rename the rest."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    names = font["name"]
    for number in (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25):
        names.removeNames(nameID=number)
    compact = f"{FAMILY.replace(' ', '')}-{style}"
    told = {1: f"{FAMILY} {style}", 2: "Regular", 3: compact, 4: f"{FAMILY} {style}", 6: compact}
    for number, text in {**told, 16: FAMILY, 17: style}.items():
        names.setName(text, number, 3, 1, 0x409)
    return font


if __name__ == "__main__":
    folder, target = map(Path, sys.argv[1:])
    for face, style in FACES.items():
        made = make(folder / f"SourceSans3-{face}.ttf", style)
        made.save(target / f"BookSans-{style}.ttf")
