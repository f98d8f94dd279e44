# The site: every edition's pages and PDF in one folder that opens from disk.


rule site:
    input:
        html=expand("_build/editions/{edition}/html", edition=EDITIONS),
        readable=expand(
            "_build/editions/{edition}/readable/{page}.ipynb",
            edition=EDITIONS,
            page=pages.chapters(),
        ),
        pdf=expand("_build/editions/{edition}/book.pdf", edition=EDITIONS) if config["pdf"] else [],
    output:
        index="_build/site/index.html",
    log:
        "_build/logs/site.log",
    params:
        editions=EDITIONS,
        pdf=PDF,
    message:
        "assemble the site"
    shell:
        "python -m eastward.book publish {params.editions:q} {params.pdf} > {log:q} 2>&1"
