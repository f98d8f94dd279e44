"""R data files: one frame in each."""

from pathlib import Path

import pandas as pd
import pyreadr

from eastward.errors import InputError


def read(file: Path) -> pd.DataFrame:
    """Read the only frame of an ``.rda`` file; several or none are an ``InputError``."""
    frames = list(pyreadr.read_r(file).values())
    if len(frames) != 1:
        raise InputError(f"{file}: holds {len(frames)} frames, expected one")
    numbers = frames[0].select_dtypes("number")
    # R's NA is a NaN of its own kind, about which numpy warns in every later step.
    return frames[0].assign(**numbers.where(numbers.notna()))
