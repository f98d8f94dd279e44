"""Mentions of states in Russian official and state media, by month."""

import json
from pathlib import Path

import pandas as pd

from eastward.sources import codes

SHARES = "events/russia_sources_country_mentions_monthly.json"
VOLUMES = {
    "kremlin": "events/kremlin_speeches_monthly_volume.json",
    "mfa": "events/russia_mfa_telegram_monthly_volume.json",
}
CHANNELS = ["kremlin", "mfa", "1tv", "rt"]  # the others cover less than two years


def russian_mentions(files: dict[str, Path]) -> pd.DataFrame:
    """Build the share of texts that mention a state, by Russian channel and month.

    Source: shares computed by a public repository from texts of kremlin.ru, the foreign
    ministry's Telegram channel, Channel One and RT.  Traps: the number of texts is known for
    the first two only; the Kremlin has five speeches a month, so that one speech moves the
    share by twenty points; months without a text have no row; RT is thin before 2015.

    Returns
    -------
    DataFrame
        source, state, month (YYYY-MM), share (per cent), texts (missing where not known).
    """
    name = codes.namer(files[codes.CODELIST])
    shares = json.loads(files[SHARES].read_text(encoding="utf-8"))
    frame = pd.DataFrame(
        [
            (channel, name(state), cell["month"], cell["pct"])
            for state, channels in shares.items()
            for channel in CHANNELS
            for cell in channels[channel]
        ],
        columns=["source", "state", "month", "share"],
    )
    texts = [
        pd.DataFrame(json.loads(files[file].read_text(encoding="utf-8"))).assign(source=channel)
        for channel, file in VOLUMES.items()
    ]
    volume = pd.concat(texts).rename(columns={"count": "texts"}).astype({"texts": "Int64"})
    return frame.merge(volume, on=["source", "month"], how="left", validate="many_to_one")
