# The site: every edition's pages and PDF in one folder that opens from disk.


rule site:
    input:
        html=expand("_build/editions/{edition}/html", edition=EDITIONS),
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
        "python -m eastward.book publish {params.editions} {params.pdf} > {log} 2>&1"
