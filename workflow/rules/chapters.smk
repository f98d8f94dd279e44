# Pages executed with Papermill under every edition, and the verdicts that the chapters reach.


# Edition, claims and data package are parameters, not input files: what changes in them for one
# chapter re-executes that chapter alone.
rule execute:
    input:
        files=lambda wildcards: relative(Run(**wildcards).files),
        verdicts=verdicts_if_read,
    output:
        notebook="_build/editions/{edition}/notebooks/{page}.ipynb",
    log:
        "_build/logs/{edition}/execute-{page}.log",
    params:
        values=lambda wildcards: Run(**wildcards).values,
    message:
        "{wildcards.edition}: execute {wildcards.page}"
    shell:
        "python -m eastward.book execute {wildcards.page:q} {wildcards.edition:q}"
        " {output.notebook:q} > {log:q} 2>&1"


# A checkpoint, so that pages which read the verdicts are redone only where a verdict changed.
checkpoint verdicts:
    input:
        notebooks=expand("_build/editions/{{edition}}/notebooks/{page}.ipynb", page=VERDICTS_FROM),
    output:
        merged="_build/editions/{edition}/verdicts.json",
    log:
        "_build/logs/{edition}/verdicts.log",
    message:
        "{wildcards.edition}: gather the verdicts"
    shell:
        "python -m eastward.book merge {wildcards.edition:q} {output.merged:q}"
        " {input.notebooks:q} > {log:q} 2>&1"


rule executed:
    input:
        expand(
            "_build/editions/{edition}/notebooks/{page}.ipynb",
            edition=EDITIONS,
            page=pages.pages(),
        ),
