// Search in all sections of the book, with excerpts, from disk as well: the texts are a script.
(() => {
  "use strict";

  const TEXTS = new URL("search-texts.js", document.currentScript.src).href;
  const MOST = 30; // results
  const AROUND = 90; // characters of an excerpt before and after a hit

  let loading = null;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = TEXTS;
      script.onload = () => resolve(window.bookTexts.map(prepared));
      script.onerror = () => reject(new Error("the texts could not be loaded"));
      document.head.append(script);
    });
    return loading;
  }

  // Letters without case and accents, so that Erdogan finds Erdoğan; one sign stays one sign.
  const plain = (text) =>
    [...text]
      .map((sign) => {
        const bare = sign.normalize("NFD")[0].toLowerCase();
        return bare.length === sign.length ? bare : sign;
      })
      .join("")
      .replaceAll(/[‐‑–−]/g, "-")
      .replaceAll(/[’‘]/g, "'");

  const prepared = ([address, page, section, text]) => ({
    address,
    page,
    section,
    text,
    heading: plain(section || page),
    body: plain(text),
  });

  // A word is found where a word begins with it: 1921, S-300 and 5+1 as they stand.
  function pattern(word) {
    const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}`, "gu");
  }

  function find(entries, query) {
    const words = plain(query).split(/\s+/).filter(Boolean).map(pattern);
    const found = [];
    for (const entry of entries) {
      let score = 0;
      for (const word of words) {
        const headings = [...entry.heading.matchAll(word)].length;
        const hits = [...entry.body.matchAll(word)].length;
        if (!headings && !hits) {
          score = 0;
          break;
        }
        score += 20 * headings + Math.min(hits, 9) + (entry.section || !headings ? 0 : 20);
      }
      if (score) found.push({ entry, score });
    }
    return { words, found: found.sort((a, b) => b.score - a.score).map(({ entry }) => entry) };
  }

  function excerpt(entry, words) {
    const paragraph = document.createElement("p");
    const hits = words
      .flatMap((word) => [...entry.body.matchAll(word)].map((hit) => [hit.index, hit[0].length]))
      .sort((a, b) => a[0] - b[0]);
    const first = hits[0]?.[0] ?? 0;
    let start = Math.max(0, first - AROUND);
    if (start) start = entry.text.indexOf(" ", start) + 1;
    const end = Math.min(entry.text.length, first + 2 * AROUND);
    if (start) paragraph.append("… ");
    let position = start;
    for (const [index, length] of hits) {
      if (index < position || index + length > end) continue;
      const mark = document.createElement("mark");
      mark.textContent = entry.text.slice(index, index + length);
      paragraph.append(entry.text.slice(position, index), mark);
      position = index + length;
    }
    paragraph.append(entry.text.slice(position, end), end < entry.text.length ? " …" : "");
    return paragraph;
  }

  function item(entry, words) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = (document.documentElement.dataset.root ?? "./") + entry.address;
    link.textContent = entry.section ? `${entry.page}: ${entry.section}` : entry.page;
    line.append(link, excerpt(entry, words));
    return line;
  }

  function start() {
    const dialog = document.querySelector(".search-dialog");
    const field = dialog.querySelector("input");
    const status = dialog.querySelector(".search-status");
    const list = dialog.querySelector(".search-results");

    async function search() {
      const query = field.value.trim();
      if (query.length < 2) {
        list.replaceChildren();
        status.textContent = "";
        return;
      }
      try {
        const entries = await load();
        if (query !== field.value.trim()) return;
        const { words, found } = find(entries, query);
        list.replaceChildren(...found.slice(0, MOST).map((entry) => item(entry, words)));
        const sections = found.length === 1 ? "1 section" : `${found.length} sections`;
        status.textContent =
          found.length > MOST ? `${sections}; the first ${MOST} are shown.` : `${sections}.`;
      } catch (error) {
        status.textContent = `Search does not work here: ${error.message}.`;
      }
    }

    function open() {
      if (!dialog.open) dialog.showModal();
      field.select();
      load().catch(() => {});
    }

    document.querySelector(".search-button").addEventListener("click", open);
    field.addEventListener("input", search);
    field.form.addEventListener("submit", (event) => {
      if (event.submitter?.value === "close" && document.activeElement !== field) return;
      event.preventDefault(); // Enter goes to the first result
      list.querySelector("a")?.focus();
    });
    // In a search field the first Escape would only empty it.
    field.addEventListener("keydown", (event) => event.key === "Escape" && dialog.close());
    list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey;
      const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!slash && !command) return;
      event.preventDefault();
      open();
    });
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      field.value = asked;
      open();
      search();
    }
  }

  document.addEventListener("DOMContentLoaded", start);
})();
