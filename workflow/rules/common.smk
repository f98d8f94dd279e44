# Input functions of several rules.


def relative(files):
    """Paths as they are seen from the checkout, so that a checkout can be moved."""
    return [str(file.relative_to(paths.ROOT)) for file in files]


def verdicts_of_all_editions(wildcards):
    """Pages compare editions, so that each edition needs the verdicts of all."""
    return [checkpoints.verdicts.get(edition=name).output.merged for name in EDITIONS]


def verdicts_if_read(wildcards):
    reads = pages.header(wildcards.page)["reads_verdicts"]
    return verdicts_of_all_editions(wildcards) if reads else []
