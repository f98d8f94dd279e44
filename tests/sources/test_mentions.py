"""Shares and volumes of Russian channels."""

import json

import pandas as pd

from eastward.sources import codes, mentions


def test_volume_joins_its_channel_and_stays_missing_elsewhere(tmp_path):
    month = {"month": "2018-05", "pct": 2.5}
    channels = {channel: [month] for channel in [*mentions.CHANNELS, "tass"]}
    contents = {
        mentions.SHARES: {"iran": channels},
        mentions.VOLUMES["kremlin"]: [{"month": "2018-05", "count": 8}],
        mentions.VOLUMES["mfa"]: [{"month": "2018-06", "count": 9}],
    }
    files = {}
    for number, (name, content) in enumerate(contents.items()):
        files[name] = tmp_path / f"{number}.json"
        files[name].write_text(json.dumps(content))
    files[codes.CODELIST] = tmp_path / "codes.csv"
    files[codes.CODELIST].write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\nIran,\\biran,IRN,630\n",
        encoding="utf-8-sig",
    )
    frame = mentions.russian_mentions(files).set_index("source")
    assert set(frame.index) == set(mentions.CHANNELS)
    assert frame.loc["kremlin", "texts"] == 8
    assert pd.isna(frame.loc["mfa", "texts"])
    assert set(frame["state"]) == {"IRN"}
