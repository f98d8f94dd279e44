// Draws each figure's interactive chart in place of its still picture when it comes near the
// window, and gives its data as a table and its chart as SVG and PNG.
// The still picture remains in the page: it is the one that a printer gets.
(() => {
  "use strict";

  const SELF = document.currentScript.src; // empty in a page of one file, which holds Vega itself
  const VEGA = SELF && new URL("vega.js", SELF).href;
  const EMBEDDING = { renderer: "svg", actions: false };
  const FACES = ["400 13px 'Book Sans'", "700 13px 'Book Sans'"]; // Vega measures them
  const ROWS_SHOWN = 200;
  const SETTLED = 8000; // milliseconds after which a page has found its height
  const charts = new WeakMap(); // figure → its Vega view and specification

  let library = null;

  const load = (address, what) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${what} could not be loaded`));
      document.head.append(script);
    });

  // Load Vega once, and only on a page whose reader comes to a figure.
  function loadVega() {
    if (window.vegaEmbed) return Promise.resolve();
    library ??= load(VEGA, "the chart library");
    return library;
  }

  // A heavy chart is a file of its own, which holds it by the figure's name.
  async function specification(figure) {
    const held = figure.querySelector(".chart-spec");
    if (!held.dataset.file) return unpack(JSON.parse(held.textContent));
    await load(held.dataset.file, "the chart");
    return unpack(window.eastwardCharts[figure.dataset.name]);
  }

  async function draw(figure) {
    if (figure.dataset.state) return;
    figure.dataset.state = "drawing";
    const chart = figure.querySelector(".chart");
    const stage = document.createElement("div");
    stage.className = "chart-stage";
    try {
      const faces = FACES.map((face) => document.fonts.load(face));
      const [spec] = await Promise.all([specification(figure), loadVega(), ...faces]);
      chart.append(stage);
      const { view } = await vegaEmbed(stage, spec, EMBEDDING);
      charts.set(figure, { view, spec });
      handOverLabel(chart, stage);
      addDownloads(figure);
      followWidth(chart);
      figure.dataset.state = "drawn";
    } catch (error) {
      stage.remove();
      figure.dataset.state = "failed";
      say(figure, `The interactive chart could not be drawn (${error.message}); a still picture stands in its place.`);
    }
  }

  // Large data come as columns and rows; Vega wants each row with the names of its columns.
  function unpack(spec) {
    for (const [name, { columns, rows }] of Object.entries(spec.datasets ?? {})) {
      if (columns) {
        spec.datasets[name] = rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])));
      }
    }
    return spec;
  }

  // A picture may hold no controls, so the label moves from the box to the drawing inside it.
  function handOverLabel(chart, stage) {
    const drawing = stage.querySelector("svg");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", chart.getAttribute("aria-label"));
    chart.setAttribute("role", "group");
    if (drawing.querySelector("a")) return; // links stay within reach
    for (const part of drawing.children) part.setAttribute("aria-hidden", "true");
  }

  // Vega follows the window alone; a closed sidebar or a rotated phone changes the box as well.
  function followWidth(chart) {
    let width = chart.clientWidth;
    new ResizeObserver(() => {
      if (chart.clientWidth === width) return;
      width = chart.clientWidth;
      window.dispatchEvent(new Event("resize"));
    }).observe(chart);
  }

  function say(figure, message) {
    const note = document.createElement("p");
    note.className = "chart-note";
    note.setAttribute("role", "status");
    note.textContent = message;
    figure.querySelector(".chart").after(note);
  }

  function addDownloads(figure) {
    for (const format of ["svg", "png"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = format;
      button.textContent = format.toUpperCase();
      button.addEventListener("click", () => download(figure, format));
      figure.querySelector(".downloads").append(" ", button);
    }
  }

  // On paper: each colour that follows the page's theme becomes the light one written beside it.
  const onPaper = (spec) => ({
    ...JSON.parse(JSON.stringify(spec).replaceAll(/var\(--[\w-]+, (#[0-9a-f]{6})\)/g, "$1")),
    background: "white",
  });

  // A saved chart leaves the page, so its title and source line go with it.
  async function download(figure, format) {
    const { view, spec } = charts.get(figure);
    const { title, source } = spec.usermeta ?? {};
    const stage = document.createElement("div");
    stage.className = "chart-stage chart-export";
    figure.querySelector(".chart").append(stage);
    try {
      const titled = title ? { ...spec, title: { text: title, subtitle: source } } : spec;
      const copy = (await vegaEmbed(stage, onPaper(titled), EMBEDDING)).view;
      for (const { name, bind } of spec.params ?? []) {
        if (bind) copy.signal(name, view.signal(name));
      }
      await copy.runAsync();
      const link = document.createElement("a");
      link.download = `${figure.dataset.name}.${format}`;
      link.href = await copy.toImageURL(format, format === "png" ? 2 : 1);
      link.click();
      copy.finalize();
    } finally {
      stage.remove();
    }
  }

  function showTable(details) {
    if (details.querySelector("table")) return;
    const figure = details.closest(".eastward-figure");
    const address = figure.querySelector("a.csv").href;
    const text = decodeURIComponent(address.slice(address.indexOf(",") + 1));
    const [names, ...rows] = parseCsv(text.replace(/^(# .*\n)+/, "")); // title, source, terms
    const frame = document.createElement("div");
    frame.className = "chart-table";
    frame.tabIndex = 0; // a scrolling box must be reachable by keyboard
    frame.setAttribute("role", "group");
    const title = figure.querySelector(".chart-title").textContent;
    frame.setAttribute("aria-label", `Data of the figure: ${title}`);
    frame.append(tableOf(names, rows));
    details.append(frame);
  }

  // Rows of fields; a quoted field may hold commas, line breaks and doubled quotation marks.
  function parseCsv(text) {
    const rows = [[]];
    const fields = text.trimEnd().matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g);
    for (const [, field, end] of fields) {
      const quoted = field.startsWith('"');
      rows.at(-1).push(quoted ? field.slice(1, -1).replaceAll('""', '"') : field);
      if (end === "\n") rows.push([]);
      if (end === "") break;
    }
    return rows;
  }

  // To eight digits, past which a number shows only how computers store it; the CSV keeps all.
  function rounded(field) {
    return field === "" ? "" : String(Number(Number(field).toPrecision(8)));
  }

  function tableOf(names, rows) {
    const table = document.createElement("table");
    const more = rows.length - ROWS_SHOWN;
    table.createCaption().textContent =
      more > 0
        ? `First ${ROWS_SHOWN} of ${rows.length} rows; ${more} more in the CSV file.`
        : `Rows: ${rows.length}.`;
    const numeric = names.map((_, column) => rows.every((row) => isFinite(row[column])));
    const addRow = (section, tag, fields) => {
      const line = section.insertRow();
      fields.forEach((field, column) => {
        const cell = document.createElement(tag);
        if (tag === "th") cell.scope = "col";
        if (numeric[column]) cell.className = "number";
        cell.textContent = tag === "td" && numeric[column] ? rounded(field) : field;
        line.append(cell);
      });
    };
    addRow(table.createTHead(), "th", names);
    const body = table.createTBody();
    for (const row of rows.slice(0, ROWS_SHOWN)) addRow(body, "td", row);
    return table;
  }

  // Charts that are drawn on the way change the height of the page. Until the reader moves on, it
  // comes back to what a link has led to.
  function keepTarget() {
    let target = null;
    let margin = 0;
    let arrived = false;
    let height = 0;
    let settling = 0;
    const release = () => (target = null);
    const away = () => Math.abs(target.getBoundingClientRect().top - margin) > 2;
    const aim = (hash) => {
      target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
      margin = target && parseFloat(getComputedStyle(target).scrollMarginTop);
      arrived = false;
      clearTimeout(settling);
      settling = setTimeout(release, SETTLED);
    };
    const back = () => {
      height = document.body.offsetHeight;
      if (!target) return;
      target.scrollIntoView({ behavior: "instant" });
      arrived ||= !away();
    };
    // Keys, wheels and fingers, and whatever else scrolls a page of the same height.
    for (const move of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(move, release, { capture: true, passive: true });
    }
    addEventListener("scroll", () => {
      if (!target || document.body.offsetHeight !== height) return;
      if (arrived && away()) release();
      else arrived ||= !away();
    }, { passive: true });
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link?.hash && link.pathname === location.pathname) aim(link.hash);
    });
    const [opened] = performance.getEntriesByType("navigation");
    if (opened?.type === "navigate") aim(location.hash); // else the browser knows the place
    new ResizeObserver(back).observe(document.body);
  }

  function start() {
    keepTarget();
    const near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          draw(target);
        }
      },
      { rootMargin: "400px" },
    );
    for (const figure of document.querySelectorAll(".eastward-figure")) {
      near.observe(figure);
      const details = figure.querySelector(".chart-data");
      details.addEventListener("toggle", () => details.open && showTable(details));
    }
  }

  document.addEventListener("DOMContentLoaded", start);
})();
