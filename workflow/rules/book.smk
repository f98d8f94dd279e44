# One Jupyter Book per edition, on executed notebooks: as pages and as PDF.


rule assemble:
    input:
        notebooks=expand(
            "_build/editions/{{edition}}/notebooks/{page}.ipynb", page=pages.pages()
        ),
        sources=relative(site.sources()),
        library=relative(site.library()),
    output:
        folder=directory("_build/editions/{edition}/book"),
    log:
        "_build/logs/{edition}/assemble.log",
    params:
        editions=EDITIONS,
        pdf=PDF,
    message:
        "{wildcards.edition}: assemble the book's sources"
    shell:
        "python -m eastward.book assemble {wildcards.edition:q} {output.folder:q}"
        " {params.editions:q} {params.pdf} > {log:q} 2>&1"


# What the page offers for download: to be read in any viewer, and run again.
rule readable:
    input:
        notebook="_build/editions/{edition}/notebooks/{page}.ipynb",
        library=relative(site.readers()),
        verdicts=verdicts_of_all_editions,
    output:
        notebook="_build/editions/{edition}/readable/{page}.ipynb",
    log:
        "_build/logs/{edition}/readable-{page}.log",
    message:
        "{wildcards.edition}: make {wildcards.page} readable"
    shell:
        "python -m eastward.book readable {input.notebook:q} {wildcards.page:q}"
        " {output.notebook:q} > {log:q} 2>&1"


rule html:
    input:
        folder="_build/editions/{edition}/book",
        verdicts=verdicts_of_all_editions,
    output:
        folder=directory("_build/editions/{edition}/html"),
    log:
        "_build/logs/{edition}/html.log",
    message:
        "{wildcards.edition}: build the pages"
    shell:
        "jupyter-book build {input.folder:q} --path-output {output.folder:q}"
        " -q -n -W --keep-going > {log:q} 2>&1"


rule pdf:
    input:
        folder="_build/editions/{edition}/book",
        verdicts=verdicts_of_all_editions,
    output:
        pdf="_build/editions/{edition}/book.pdf",
        latex=directory("_build/editions/{edition}/pdf"),
    log:
        "_build/logs/{edition}/pdf.log",
    message:
        "{wildcards.edition}: typeset the PDF"
    shell:
        "(jupyter-book build {input.folder:q} --path-output {output.latex:q} --builder latex"
        " -q -n -W --keep-going && python -m eastward.book typeset"
        " {output.latex:q}/_build/latex {output.pdf:q}) > {log:q} 2>&1"
