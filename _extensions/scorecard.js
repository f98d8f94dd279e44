// The scorecard's table: a click on a head sorts by it, the fields above it filter its rows.
// Everything is there without this script.

for (const table of document.querySelectorAll("table.scorecard")) {
  const form = document.querySelector(".scorecard-filter");
  const body = table.tBodies[0];
  const rows = [...body.rows];

  const text = (row, column) => row.cells[column].textContent.trim();

  // "3.8 to 1 for it" is 3.8, "4 to 1 against it" a quarter, "even" one; else the first number.
  const size = (said) => {
    if (said === "even") return 1;
    const number = parseFloat(said.replace("more than ", ""));
    return said.includes("against it") ? 1 / number : number;
  };

  const compare = (one, other) => {
    const [a, b] = [size(one), size(other)];
    if (Number.isNaN(a) || Number.isNaN(b)) {
      return Number.isNaN(a) - Number.isNaN(b) || one.localeCompare(other);
    }
    return a - b;
  };

  const sort = (column, down) => {
    const sorted = [...rows].sort((one, other) => compare(text(one, column), text(other, column)));
    body.append(...(down ? sorted.reverse() : sorted));
  };

  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, down);
    });
  }

  const filter = () => {
    const { verdict, words, plain } = form.elements;
    let shown = 0;
    for (const row of rows) {
      const word = row.querySelector(".verdict-word").textContent;
      const fits =
        (!verdict.value || word === verdict.value) &&
        (!plain.checked || text(row, 1).startsWith("Plain:")) &&
        row.textContent.toLowerCase().includes(words.value.toLowerCase());
      row.hidden = !fits;
      shown += fits;
    }
    form.querySelector("output").textContent = `${shown} of ${rows.length} readings`;
  };

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
