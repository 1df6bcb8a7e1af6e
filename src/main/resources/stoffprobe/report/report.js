// The one control of the page: both languages are in it, html[lang] says which of them is shown.
(() => {
  const root = document.documentElement;
  const show = (language) => { root.lang = language; };
  try {
    const chosen = localStorage.getItem("stoffprobe-language");
    if (chosen === "de" || chosen === "en") show(chosen);
  } catch { /* a page opened from disk may have no storage */ }
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("language").addEventListener("click", () => {
      show(root.lang === "de" ? "en" : "de");
      try { localStorage.setItem("stoffprobe-language", root.lang); } catch { /* not remembered */ }
    });
  });
  const folded = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; folded.push(d); });
  });
  addEventListener("afterprint", () => {
    folded.splice(0).forEach((d) => { d.open = false; });
  });
})();
