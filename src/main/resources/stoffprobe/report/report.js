// The page's only script. Without it everything is there to read: no explanation hidden, no table sorted.
(() => {
  const root = document.documentElement;
  const remembered = (key) => {
    try { return localStorage.getItem(key); } catch { return null; /* a page from disk may have no storage */ }
  };
  const remember = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* not remembered */ }
  };

  // Both languages are in the page; html[lang] says which of them is shown.
  const LANGUAGE = "stoffprobe-language";
  const EXPLANATIONS = "stoffprobe-explanations";
  if (["de", "en"].includes(remembered(LANGUAGE))) root.lang = remembered(LANGUAGE);
  if (remembered(EXPLANATIONS) === "hidden") root.dataset.explanations = "hidden";

  function switchLanguage() {
    root.lang = root.lang === "de" ? "en" : "de";
    remember(LANGUAGE, root.lang);
  }

  function switchExplanations(button) {
    const hidden = root.dataset.explanations !== "hidden";
    if (hidden) root.dataset.explanations = "hidden"; else delete root.dataset.explanations;
    button.setAttribute("aria-pressed", String(!hidden));
    remember(EXPLANATIONS, hidden ? "hidden" : "shown");
  }

  const textOf = (cell) => (cell.querySelector(`:scope > [lang="${root.lang}"]`) ?? cell).textContent.trim();

  // 1.234,5 in German, 1,234.5 in English; a cell that begins with no number has none.
  function numberOf(cell) {
    if (cell.dataset.value !== undefined) return cell.dataset.value === "" ? NaN : Number(cell.dataset.value);
    const plain = textOf(cell).replace(/[\u2212\u2013](?=\d)/, "-").replace(root.lang === "de" ? /\./g : /,/g, "");
    return parseFloat(root.lang === "de" ? plain.replace(",", ".") : plain);
  }

  function comparison(rows, column) {
    const cells = rows.map((row) => row.cells[column]);
    if (!cells.some((cell) => cell.classList.contains("n") || cell.dataset.value !== undefined)) {
      const order = new Intl.Collator(root.lang, { numeric: true });
      return { first: "ascending", compare: (a, b) => order.compare(textOf(a), textOf(b)) };
    }
    return { first: "descending", compare: (a, b) => numberOf(a) - numberOf(b), absent: (a) => Number.isNaN(numberOf(a)) };
  }

  // Once one way, once the other, then as it was. Absent values stay at the end, equal rows in their order.
  function sort(table, head) {
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) => a.dataset.place - b.dataset.place);
    const { first, compare, absent = () => false } = comparison(rows, head.cellIndex);
    const second = first === "ascending" ? "descending" : "ascending";
    const next = { [first]: second, [second]: null }[head.getAttribute("aria-sort")];
    const way = next === undefined ? first : next;
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    if (way) {
      head.setAttribute("aria-sort", way);
      const sign = way === "ascending" ? 1 : -1;
      const cell = (row) => row.cells[head.cellIndex];
      rows.sort((a, b) => absent(cell(a)) - absent(cell(b)) || sign * compare(cell(a), cell(b)) || 0);
    }
    body.append(...rows);
  }

  function makeSortable(table) {
    [...table.tBodies[0].rows].forEach((row, place) => { row.dataset.place = place; });
    for (const head of table.tHead.rows[0].cells) {
      if (head.textContent.trim() === "") continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head));
      head.append(button);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("language").addEventListener("click", switchLanguage);
    const explanations = document.getElementById("explanations");
    explanations.setAttribute("aria-pressed", String(root.dataset.explanations !== "hidden"));
    explanations.addEventListener("click", () => switchExplanations(explanations));
    document.querySelectorAll("table.sortable").forEach(makeSortable);
  });

  const folded = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; folded.push(d); });
  });
  addEventListener("afterprint", () => {
    folded.splice(0).forEach((d) => { d.open = false; });
  });
})();
