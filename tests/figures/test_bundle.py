"""One figure as one MIME bundle. The data are not real."""

import base64
import io
import json
import re
from urllib.parse import unquote

import altair as alt
import pandas as pd
import pypdf
import pytest

from eastward.figures import Figure, bundle

DATA = pd.DataFrame({"state": ["A", "B, the second"], "value": [1.5, 2.0]})


@pytest.fixture(scope="module")
def mimes():
    chart = (
        alt.Chart(DATA).mark_bar().encode(x="state:N", y="value:Q").properties(width="container")
    )
    figure = Figure(
        name="fig-x",
        title='A is "less" than B',
        chart=chart,
        data=DATA,
        alt="Two bars <A, B>",
        source="Source: nobody.",
    )
    return figure._repr_mimebundle_()


def test_the_page_holds_chart_picture_text_and_data(mimes):
    html = mimes["text/html"]
    assert html.count("<svg") == 1
    assert 'aria-label="Two bars &lt;A, B&gt;"' in html
    assert "A is &quot;less&quot; than B" in html
    spec = json.loads(re.search(r'class="chart-spec">(.*?)</script>', html, re.DOTALL)[1])
    assert spec["width"] == "container"
    assert "title" not in spec


def test_the_download_is_the_data(mimes):
    href = re.search(r'href="data:text/csv;charset=utf-8,([^"]*)"', mimes["text/html"])[1]
    head, _, rows = unquote(href).partition("page on data).")
    assert head.startswith('# A is "less" than B')
    assert "# Source: nobody.\n# Figure: CC BY 4.0." in head
    assert pd.read_csv(io.StringIO(rows.partition("\n")[2])).equals(DATA)


def test_the_picture_scales_with_the_page(mimes):
    tag = re.search(r"<svg[^>]*>", mimes["text/html"])[0]
    assert 'width="100%"' in tag
    assert "viewBox" in tag


def test_print_is_vector_with_embedded_fonts_and_the_title(mimes):
    page = pypdf.PdfReader(io.BytesIO(base64.b64decode(mimes["application/pdf"]))).pages[0]
    assert not page.images
    assert "A is" in page.extract_text()


def test_the_description_travels_with_the_figure(mimes):
    about = json.loads(mimes[bundle.MIME])
    assert about["alt"] == "Two bars <A, B>"
    assert about["source"] == "Source: nobody."


def test_the_same_figure_gives_the_same_bundle(mimes):
    again = {k: v for k, v in mimes.items() if k != "application/pdf"}
    chart = (
        alt.Chart(DATA).mark_bar().encode(x="state:N", y="value:Q").properties(width="container")
    )
    figure = Figure(
        "fig-x", 'A is "less" than B', chart, DATA, "Two bars <A, B>", "Source: nobody."
    )
    assert again == {k: v for k, v in figure._repr_mimebundle_().items() if k != "application/pdf"}


def test_the_page_gets_names_of_colours_and_print_the_colours_themselves(mimes):
    assert "var(--ink, #1d2329)" in mimes["text/html"]
    assert "var(--" not in base64.b64decode(mimes["application/pdf"]).decode("latin-1")


def test_no_text_of_a_chart_is_dropped():
    label = "Zoë Ağaoğlu, Łódź −3 ≥ ½"
    data = pd.DataFrame({"state": [label], "value": [1]})
    chart = alt.Chart(data).mark_bar().encode(y="state:N", x="value:Q")
    figure = Figure("fig-x", "Title", chart, data, "alt", "Source: nobody.")
    for text in ("state", "value", label):
        assert f">{text}</text>" in figure.svg()
    page = pypdf.PdfReader(io.BytesIO(figure.pdf())).pages[0]
    drawn = page.extract_text().replace("\n", " ")
    for word in ("Title", "state", "value", "Zoë", "Ağaoğlu", "Łódź", "−3", "≥"):
        assert word in drawn
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert any("BookSans" in font for font in fonts)


def test_labels_are_measured_in_the_books_font():
    """Where a font cannot be measured, vl-convert takes 27 narrow letters for 210 pixels."""
    letters = "i" * 27
    data = pd.DataFrame({"state": [letters], "value": [1]})
    chart = alt.Chart(data).mark_bar().encode(y="state:N", x="value:Q")
    drawn = Figure("fig-x", "Title", chart, data, "alt", "Source: nobody.").svg()
    assert letters in drawn  # a label that seems wider than 180 pixels is cut


def test_links_of_a_static_picture_lead_where_the_page_is_and_paper_has_none():
    drawn = pd.DataFrame({"x": [1], "link": ["01-one.html#claim-a"]})
    chart = alt.Chart(drawn).mark_point().encode(x="x:Q", href="link:N").properties(width=50)
    figure = bundle.Figure("f", "A link", chart, drawn, "one point", "Source: nobody.")
    assert 'href="01-one.html#claim-a"' in figure.svg()
    assert "vega-datasets" not in figure.svg()
    assert "href" not in json.dumps(figure.print_spec()["encoding"])


def test_a_day_is_the_same_day_in_every_time_zone():
    drawn = pd.DataFrame({"day": ["2018-05-08"], "end": ["2018-06-01"], "name": ["2018-01-01"]})
    chart = alt.Chart(drawn).mark_rule().encode(x="day:T", x2="end", tooltip="name:N")
    [rows] = bundle.Figure("f", "A day", chart, drawn, "a day", "x").web_spec()["datasets"].values()
    assert rows == [
        {"day": "2018-05-08T00:00:00", "end": "2018-06-01T00:00:00", "name": "2018-01-01"}
    ]


def test_a_still_picture_is_as_wide_as_the_page_shows_it_with_its_labels_inside():
    chart = alt.Chart(DATA).mark_bar().encode(y="state:N", x="value:Q")
    figure = Figure("f", "T", chart.properties(width="container"), DATA, "two bars", "x")
    assert re.search(rf'viewBox="0 0 {bundle.WIDTH} \d+"', figure.svg())


def test_room_is_kept_for_the_interactive_chart_and_not_for_the_one_on_paper():
    slider = alt.param(name="year", value=1, bind=alt.binding_range(min=1, max=2))
    chart = alt.Chart(DATA).mark_bar().encode(y="state:N", x="value:Q").add_params(slider)
    low, tall = chart.properties(height=100), chart.properties(height=900)
    figure = Figure("f", "T", low, DATA, "two bars", "x", print_chart=tall)
    height, controls = figure.room()
    assert 100 < height < 200 and controls == 1
    assert f"--drawn: {height}px; --controls: 1" in figure.html()
