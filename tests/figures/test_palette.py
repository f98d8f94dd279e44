"""Colours that follow the page's theme."""

import re

import pytest

from eastward import paths
from eastward.figures import palette

CSS = (paths.ROOT / "_static" / "tokens.css").read_text(encoding="utf-8")
TOKENS = {
    name: (light.lower(), dark.lower())
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS.split(':root[data-edition="other"]')[0]
    )
}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_page_knows_every_name():
    assert {name for name in palette.NAMES.values() if f"--{name}:" not in CSS} == set()


@pytest.mark.parametrize("name", ["ink", "soft", "mute", "grey", "line", "card", "paper"])
def test_the_light_colour_of_a_name_is_the_charts_own(name):
    own = getattr(palette, name.upper())
    assert TOKENS[name][0] == own
    assert palette.NAMES[own] == name


@pytest.mark.parametrize("code", palette.COUNTRIES)
def test_a_country_has_its_colour_on_the_page(code):
    name, colour = palette.COUNTRIES[code]
    assert TOKENS[name][0] == colour
    assert TOKENS[f"{name}-text"][0] == palette.TEXTS[code]


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("name", ["ink", "soft", "mute", "accent"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_letters_can_be_read(name, ground, theme):
    assert contrast(TOKENS[name][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("code", palette.COUNTRIES)
def test_a_countrys_name_in_its_colour_can_be_read(code, theme):
    name = f"{palette.COUNTRIES[code][0]}-text"
    assert contrast(TOKENS[name][theme], TOKENS["paper"][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
def test_the_edge_of_a_control_can_be_seen(theme):
    assert contrast(TOKENS["edge"][theme], TOKENS["paper"][theme]) >= 3


def test_known_colours_of_a_drawing_get_names_and_others_stay():
    svg = '<path fill="#D55E00" stroke="white"/><path fill="#123456"/><text>#d55e00</text>'
    assert palette.themed_svg(svg) == (
        '<path fill="var(--russia, #d55e00)" stroke="var(--paper, #ffffff)"/>'
        '<path fill="#123456"/><text>#d55e00</text>'
    )


def test_a_specification_keeps_data_and_mixed_colours():
    spec = {
        "data": {"values": [{"name": "white", "colour": "#0072b2"}]},
        "mark": {"type": "text", "stroke": "white", "color": palette.INK},
        "encoding": {
            "x": {"type": "quantitative", "scale": {"range": ["#ffffff", palette.INK]}},
            "color": {"type": "nominal", "scale": {"range": ["#0072B2", "#abcdef"]}},
        },
    }
    themed = palette.themed_spec(spec)
    assert themed["data"]["values"] == [{"name": "white", "colour": "var(--usa, #0072b2)"}]
    assert themed["mark"]["stroke"] == "var(--paper, #ffffff)"
    assert themed["mark"]["color"] == "var(--ink, #1d2329)"
    assert themed["encoding"]["x"] == spec["encoding"]["x"]
    assert themed["encoding"]["color"]["scale"]["range"] == ["var(--usa, #0072b2)", "#abcdef"]
