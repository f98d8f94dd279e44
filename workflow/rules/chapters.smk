# Pages executed with Papermill under every edition, and the verdicts that the chapters reach.


# Edition, claims and data package are parameters, not input files: what changes in them for one
# chapter re-executes that chapter alone.
rule execute:
    input:
        page=lambda wildcards: relative([pages.source(wildcards.page)]),
        tables=lambda wildcards: relative(pages.tables(wildcards.page)),
        library=relative(pages.library()),
        runner="eastward/book/notebooks.py",
        packages="requirements.txt",
        verdicts=verdicts_if_read,
    output:
        notebook="_build/editions/{edition}/notebooks/{page}.ipynb",
    log:
        "_build/logs/{edition}/execute-{page}.log",
    params:
        parameters=lambda wildcards: pages.parameters(wildcards.page, wildcards.edition),
        tables=lambda wildcards: pages.described(wildcards.page),
        claims=lambda wildcards: pages.claims(wildcards.page),
    message:
        "{wildcards.edition}: execute {wildcards.page}"
    shell:
        "python -m eastward.book execute {wildcards.page} {wildcards.edition}"
        " {output.notebook} > {log} 2>&1"


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
        "python -m eastward.book merge {wildcards.edition} {output.merged}"
        " {input.notebooks} > {log} 2>&1"


rule executed:
    input:
        expand(
            "_build/editions/{edition}/notebooks/{page}.ipynb",
            edition=EDITIONS,
            page=pages.pages(),
        ),
