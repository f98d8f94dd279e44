"""Interrupted time series: level and slope of a series before and after a known date."""

import numpy as np
import pandas as pd

TERMS = ["level", "trend", "level_change", "slope_change"]
COLUMNS = ["estimate", "error", "low", "high", "p"]
SMALLEST = 3  # observations on either side: a line and something left to judge it by
DAYS_PER_YEAR = 365.25


def elapsed(index: pd.Index, origin: object) -> np.ndarray:
    """Time since an origin: in years for dates and periods, in the index's unit for numbers."""
    if isinstance(index, pd.PeriodIndex):
        index = index.to_timestamp()
    if isinstance(index, pd.DatetimeIndex):
        return ((index - pd.Timestamp(str(origin))) / pd.Timedelta(days=DAYS_PER_YEAR)).to_numpy()
    return (index - origin).to_numpy(dtype=float)


def newey_west_lags(observations: int) -> int:
    """Lags of the error correction by the rule of Newey and West (1994): 4 (n/100)^(2/9)."""
    return int(4 * (observations / 100) ** (2 / 9))


def interrupted_series(
    series: pd.Series, at: object, lags: int | None = None, confidence: float = 0.95
) -> pd.DataFrame:
    """Estimate the change of level and of slope that a series shows at a known date.

    Segmented regression by least squares, ``y = a + b t + c after + d t after`` with time t
    counted from the date (Wagner, Soumerai, Zhang and Ross-Degnan 2002, *Journal of Clinical
    Pharmacy and Therapeutics* 27; Bernal, Cummins and Gasparrini 2017, *International Journal of
    Epidemiology* 46). Errors are robust to heteroscedasticity and serial correlation (Newey and
    West 1987, *Econometrica* 55), intervals from Student's t. The regression knows nothing of
    seasons or of other events at the same time.

    Parameters
    ----------
    series : Series
        Values by number (such as a year), date or month, in order of time; missing ones are left
        out.
    at : number, str or Timestamp
        First moment that counts as after; a month counts as its first day.
    lags : int, optional
        Lags of the correction; by default by :func:`newey_west_lags`.
    confidence : float
        Of the intervals.

    Returns
    -------
    DataFrame
        Index level (expected at the date without the change), trend (before; a year for dates,
        else a unit of the index), level_change, slope_change; columns estimate, error, low, high,
        p. Empty where a side has fewer than three observations.
    """
    import statsmodels.api as sm

    series = series.dropna()
    time = elapsed(series.index, at)
    after = (time >= 0).astype(float)
    if min(after.sum(), len(after) - after.sum()) < SMALLEST:
        return pd.DataFrame(columns=COLUMNS, dtype=float)
    design = np.column_stack([np.ones_like(time), time, after, time * after])
    lags = newey_west_lags(len(series)) if lags is None else lags
    fit = sm.OLS(series.to_numpy(dtype=float), design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
    )
    low, high = fit.conf_int(alpha=1 - confidence).T
    columns = [fit.params, fit.bse, low, high, fit.pvalues]
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)), index=TERMS)
