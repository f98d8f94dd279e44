// One switch shows all hidden code of the page and remembers it; a figure's link leads to its code;
// a block of code or of a reference can be copied.
(() => {
  "use strict";

  const root = document.documentElement;

  function show(shown) {
    const control = document.querySelector(".code-switch input");
    if (control) control.checked = shown;
    if (shown) root.dataset.code = "shown";
    else delete root.dataset.code;
    window.eastwardMemory.set("eastward-code", shown ? "shown" : "");
  }

  // The cell that draws a figure names it.
  function linkFigures() {
    const cells = [...document.querySelectorAll(".hidden-code")];
    for (const figure of document.querySelectorAll(".eastward-figure")) {
      const name = figure.dataset.name;
      const cell = cells.find(
        ({ textContent: code }) => code.includes(`"${name}"`) || code.includes(`'${name}'`),
      );
      const row = figure.querySelector(".downloads");
      if (cell) {
        row.append(makeButton("code", "Code", () => {
          show(true);
          cell.tabIndex = -1;
          cell.scrollIntoView({ block: "center" });
          cell.focus({ preventScroll: true });
        }));
      }
      const reference = document.querySelector("#cite + * pre"); // the first style, APA
      if (reference) row.append(makeButton("cite-figure", "Cite", ({ target }) => cite(figure, reference, target)));
    }
  }

  function makeButton(name, said, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = said;
    button.addEventListener("click", act);
    return button;
  }

  // The figure's number and title before the reference to its chapter.
  async function cite(figure, reference, button) {
    const number = figure.closest("figure")?.querySelector(".caption-number")?.textContent.trim();
    const title = figure.querySelector(".chart-title").textContent;
    await copy(`${number ?? "Figure"}, “${title}”. In: ${reference.textContent.trim()}`);
    acknowledge(button, "Cite");
  }

  function acknowledge(button, said) {
    button.textContent = "Copied";
    button.focus();
    setTimeout(() => (button.textContent = said), 2000);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // without permission, as in a page opened from disk
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  function addCopyButtons() {
    for (const block of document.querySelectorAll("main div.highlight")) {
      block.append(makeButton("copybtn", "Copy", async ({ target }) => {
        await copy(block.querySelector("pre").textContent.trimEnd());
        acknowledge(target, "Copy");
      }));
    }
  }

  function start() {
    const control = document.querySelector(".code-switch input");
    if (control) {
      control.checked = root.dataset.code === "shown";
      control.addEventListener("change", () => show(control.checked));
    }
    linkFigures();
    addCopyButtons();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
