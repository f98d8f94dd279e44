"""Specification curves. The claims are not real."""

import pandas as pd
import vl_convert

from eastward.figures import specifications


def test_specification_panels_draw_one_panel_for_each_claim():
    curves = pd.DataFrame(
        {
            "claim": ["C1", "C1", "C2"],
            "place": [1, 2, 1],
            "statistic": [1.0, 2.0, 3.0],
            "outcome": ["against", "silent", "supports"],
            "specification": "s",
            "headline": 1.0,
            "supports": 2.0,
            "against": 0.0,
        }
    )
    svg = vl_convert.vegalite_to_svg(specifications.specification_panels(curves).to_dict())
    assert ">C1<" in svg
    assert ">C2<" in svg
    for empty in (
        specifications.specification_curves(curves[:0]),
        specifications.specification_panels(curves[:0]),
    ):
        assert "No data" in str(empty.to_dict())
    web = specifications.specification_curves(curves).to_dict()
    assert web["params"][0]["bind"]["options"] == ["C1", "C2"]
