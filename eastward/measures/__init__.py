"""Measures: pure functions from data frames to data frames, one module per subject."""
