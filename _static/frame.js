// What the header does: theme, edition at the same place, contents, and the section in view.
(() => {
  "use strict";

  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Storage may be blocked; the page then forgets, and nothing else.
  const memory = {
    set(key, value) {
      try {
        if (value) localStorage.setItem(key, value);
        else localStorage.removeItem(key);
      } catch {}
    },
  };
  window.eastwardMemory = memory;

  function switchTheme() {
    const button = one(".theme-button");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const tell = () => button.setAttribute("aria-pressed", isDark());
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      memory.set("eastward-theme", root.dataset.theme);
      tell();
    });
    system.addEventListener("change", tell);
    tell();
  }

  // Headings with an anchor, in the order of the page.
  const headings = () => all("main section[id] > :is(h2, h3)").map((heading) => heading.parentNode);

  // The last section that begins above the first lines of the window.
  function sectionInView(sections = headings()) {
    const line = one(".masthead").offsetHeight + 60;
    return sections.findLast((section) => section.getBoundingClientRect().top < line);
  }

  // The other edition opens at the section that is being read.
  function keepPlace() {
    for (const link of all(".edition-bar a, .edition-link")) {
      const address = link.getAttribute("href");
      const follow = () => {
        const section = scrollY > 200 && sectionInView();
        const hash = section ? `#${section.id}` : location.hash;
        link.setAttribute("href", address + hash);
      };
      for (const event of ["pointerenter", "focus", "click"]) link.addEventListener(event, follow);
    }
  }

  function markSection() {
    const beside = one(".on-this-page");
    if (!beside) return;
    const links = new Map(
      [...beside.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]),
    );
    const sections = headings().filter((section) => links.has(section.id));
    let waiting = false;
    const mark = () => {
      waiting = false;
      const current = sectionInView(sections);
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener(
      "scroll",
      () => {
        if (!waiting) requestAnimationFrame(mark);
        waiting = true;
      },
      { passive: true },
    );
    mark();
    // A note in the margin has the place to itself while it is in view.
    const seen = new Set();
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      beside.classList.toggle("yields", seen.size > 0);
    }, { rootMargin: "0px 0px -30% 0px" });
    for (const note of all("main .margin")) watch.observe(note);
  }

  // In the narrow page's contents a link to a section closes them.
  function closeContents() {
    const contents = one("#contents");
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
  }

  // What scrolls inside the page can be reached by keyboard; a table says what it is.
  function reachable() {
    const look = (entries) => {
      for (const { target: box } of entries) {
        const scrolls = box.scrollWidth > box.clientWidth;
        if (scrolls) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
        if (box.matches("pre")) continue;
        box.role = scrolls ? "group" : null;
        box.ariaLabel = scrolls ? "Table" : null;
      }
    };
    const sizes = new ResizeObserver(look); // also when hidden code is shown
    for (const box of all("main :is(pre, .text_html, .pst-scrollable-table-container)")) {
      sizes.observe(box);
    }
  }

  function start() {
    switchTheme();
    keepPlace();
    markSection();
    closeContents();
    reachable();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
