"""Synthetic control on made-up series."""

import numpy as np
import pandas as pd
import pytest

from eastward.inference import synthetic

YEARS = range(2000, 2012)


def made(noise=0.0, push=0.0, seed=1):
    """Five donors, and a unit that is a quarter of A and three of B until 2010."""
    random = np.random.default_rng(seed)
    panel = pd.DataFrame(random.normal(size=(12, 5)).cumsum(axis=0), YEARS, list("ABCDE"))
    own = 0.25 * panel["A"] + 0.75 * panel["B"] + noise * random.normal(size=12)
    own[own.index >= 2010] += push
    return panel.assign(X=own)


def test_weights_of_a_mix_are_found_again():
    weights = synthetic.mix(made(), "X", list("ABCDE"))
    assert weights.round(4).to_dict() == {"A": 0.25, "B": 0.75, "C": 0, "D": 0, "E": 0}


@pytest.mark.parametrize("seed", range(5))
def test_weights_are_shares(seed):
    weights = synthetic.mix(made(noise=1.0, seed=seed), "X", list("ABCDE"))
    assert weights.sum() == pytest.approx(1)
    assert (weights >= 0).all()


def test_a_push_stands_out_and_no_push_does_not():
    donors = list("ABCDE")
    pushed = synthetic.lead(made(0.1, push=5.0), ["X", *donors], donors, 2010)
    assert pushed["value"].idxmax() == "X"
    assert pushed.loc["X", "gap"] == pytest.approx(5, abs=0.5)
    calm = synthetic.lead(made(0.1), ["X", *donors], donors, 2010)
    assert abs(calm.loc["X", "gap"]) < 0.5


def test_units_with_a_hole_and_short_panels_are_left_out():
    panel = made()
    panel.loc[2003, "A"] = np.nan
    found = synthetic.lead(panel, ["X", "A", "B"], list("ABCDE"), 2010)
    assert set(found.index) == {"X", "B"}
    assert synthetic.lead(made(), ["X"], ["A", "B"], 2010).empty
    assert synthetic.lead(made(), ["X"], list("ABCDE"), 2012).empty
