"""Memberships, on a made-up file."""

import pandas as pd
import pyreadr

from eastward.sources import codes, organizations


def test_status_words_and_the_closer_tie_of_two_predecessors(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\nA,a,AAA,630\nGermany,g,DEU,255\n",
        encoding="utf-8-sig",
    )
    frame = pd.DataFrame(
        {"ccode": [630.0, 255.0, 260.0, 630.0], "year": [2000.0, 1990.0, 1990.0, 1944.0]}
    ).assign(**{name: 0.0 for name in organizations.ORGANIZATIONS})
    frame["nato"] = [-9.0, 3.0, 1.0, 1.0]
    frame["sco"] = [3.0, -1.0, -1.0, 1.0]
    file = tmp_path / "igo.rda"
    pyreadr.write_rdata(file, frame, df_name="igo")
    found = organizations.igo_membership({codes.CODELIST: codelist, organizations.FILE: file})
    rows = found[["organization", "state", "year", "status"]].values.tolist()
    assert sorted(rows) == [["NATO", "DEU", 1990, "full"], ["SCO", "AAA", 2000, "observer"]]
