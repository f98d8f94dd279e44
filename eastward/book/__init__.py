"""The build side: chapters to executed notebooks, notebooks to site and PDF."""
