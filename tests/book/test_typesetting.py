"""From LaTeX to PDF, and what is said where that does not go."""

import shutil

import pytest
from pypdf import PdfReader

from eastward.book import pdf

DOCUMENT = r"""\documentclass{article}
\begin{document}
Page \pageref{end}.%s\label{end}
\end{document}
"""


@pytest.fixture
def latex(tmp_path):
    def write(extra: str):
        (tmp_path / "book.tex").write_text(DOCUMENT % extra)
        return tmp_path

    return write


def test_references_are_resolved(latex, tmp_path):
    pdf.typeset(latex(""), tmp_path / "out.pdf")
    assert PdfReader(tmp_path / "out.pdf").pages[0].extract_text().startswith("Page 1.")


def test_an_error_is_one_line_and_leaves_no_pdf(latex, tmp_path):
    with pytest.raises(pdf.TypesettingFailed) as caught:
        pdf.typeset(latex(r"\nonsense"), tmp_path / "out.pdf")
    assert str(caught.value).startswith("./book.tex:3: Undefined control sequence.; the whole log:")
    assert not (tmp_path / "out.pdf").exists()


def test_nothing_is_missing_here():
    assert pdf.missing() == []


def test_without_tex_every_package_is_named(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda program: None)
    assert pdf.missing() == [*pdf.PROGRAMS.values(), *pdf.NEEDED.values()]


def test_a_missing_style_names_its_package(monkeypatch):
    monkeypatch.setitem(pdf.NEEDED, "no-such-file.sty", "texlive-none")
    assert pdf.missing() == ["texlive-none"]


def test_apt_installs_what_is_asked_for():
    """apt.txt and the message about missing packages speak of the same ones."""
    from eastward import paths

    listed = (paths.ROOT / "apt.txt").read_text().split()
    assert {*pdf.PROGRAMS.values(), *pdf.NEEDED.values()} <= set(listed)
