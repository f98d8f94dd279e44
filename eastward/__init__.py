"""The library behind *Into Russia's Arms? An argument tested with data*."""

__version__ = "0.1.0"
