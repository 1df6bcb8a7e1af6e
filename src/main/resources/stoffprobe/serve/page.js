// Sends what was dropped, chosen or drawn to this server, and shows its answer.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const LANGUAGE = "stoffprobe-language";
  const MOST_BYTES = 10_000_000;
  const TEXT = {
    de: {
      drawing: "Zeichenfläche: weiß auf schwarz, mit Maus oder Finger",
      colours: "Zeichenfläche: in Farbe auf schwarz, mit Maus oder Finger",
      input: "Das Bild, wie das Netz es sieht",
      type: "Das ist keine PNG- oder JPEG-Datei.",
      size: "Die Datei ist größer als 10 MB. Wählen Sie eine kleinere.",
      away: "Der Server antwortet nicht. Läuft er noch?",
      refused: "Der Server lehnt das Bild ab: ",
    },
    en: {
      drawing: "Drawing area: white on black, with mouse or finger",
      colours: "Drawing area: in colour on black, with mouse or finger",
      input: "The picture as the network sees it",
      type: "This is no PNG or JPEG file.",
      size: "The file is larger than 10 MB. Choose a smaller one.",
      away: "The server does not answer. Is it still running?",
      refused: "The server refuses the picture: ",
    },
  };
  const text = (key) => TEXT[root.lang][key];

  let model = null;
  let last = null; // what to show again in the other language
  let asked = 0;

  function show(answer) {
    last = answer;
    $("waiting").hidden = true;
    $("error").hidden = !answer.error;
    $("error").textContent = answer.error ? answer.error() : "";
    $("probabilities").hidden = $("seen").hidden = Boolean(answer.error);
    $("unlike").hidden = !answer.unlike;
    if (answer.error) return;
    const number = (digits) => new Intl.NumberFormat(root.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    $("distance").textContent = answer.unlike ? number(2).format(answer.distance) : "";
    $("inverted").hidden = !answer.inverted;
    const names = root.lang === "de" ? model.classes : model.classes_en;
    const order = answer.probabilities.map((share, label) => ({ share, label })).sort((a, b) => b.share - a.share);
    $("probabilities").tBodies[0].replaceChildren(...order.map(({ share, label }) => {
      const row = document.createElement("tr");
      const name = row.insertCell();
      name.textContent = names[label];
      const cell = row.insertCell();
      const bar = cell.appendChild(document.createElement("span"));
      bar.className = "bar";
      bar.style.width = `${100 * share}%`;
      const value = cell.appendChild(document.createElement("span"));
      value.className = "share";
      value.textContent = `${number(1).format(100 * share)} %`;
      return row;
    }));
    draw(answer.input);
  }

  function draw(rows) {
    const canvas = $("input");
    canvas.width = rows[0].length;
    canvas.height = rows.length;
    const context = canvas.getContext("2d");
    const image = context.createImageData(canvas.width, canvas.height);
    rows.flat(1).forEach((pixel, i) => {
      const [red, green, blue] = Array.isArray(pixel) ? pixel : [pixel, pixel, pixel];
      image.data.set([red, green, blue, 255], 4 * i);
    });
    context.putImageData(image, 0, 0);
  }

  async function classify(blob) {
    const mine = ++asked; // a later question's answer must not be overwritten by an earlier one's
    let answer;
    if (!["image/png", "image/jpeg"].includes(blob.type)) answer = { error: () => text("type") };
    else if (blob.size > MOST_BYTES) answer = { error: () => text("size") };
    else answer = await ask(blob);
    if (mine === asked) show(answer);
  }

  // A model that sees colour takes no negatives, but a pen of any colour.
  function describe(description) {
    model = description;
    $("model").textContent = model.model;
    $("invert").value = model.invert;
    $("negative").hidden = model.channels > 1;
    $("pen").hidden = model.channels === 1;
    $("drawing").setAttribute("aria-label", text(model.channels > 1 ? "colours" : "drawing"));
  }

  async function ask(blob) {
    try {
      if (!model) describe(await (await fetch("/model")).json());
      const response = await fetch(`/predict?show=input&invert=${$("invert").value}`, {
        method: "POST", body: blob, headers: { "Content-Type": blob.type },
      });
      const answer = await response.json();
      return response.ok ? answer : { error: () => text("refused") + answer.error };
    } catch {
      return { error: () => text("away") };
    }
  }

  function translate() {
    $("drawing").setAttribute("aria-label", text(model?.channels > 1 ? "colours" : "drawing"));
    $("input").setAttribute("aria-label", text("input"));
    for (const option of $("invert").options) option.textContent = option.dataset[root.lang];
    if (last) show(last);
  }

  $("language").addEventListener("click", () => {
    root.lang = root.lang === "de" ? "en" : "de";
    try { localStorage.setItem(LANGUAGE, root.lang); } catch { /* not remembered */ }
    translate();
  });

  let chosen = null;
  const choose = (file) => { if (file) classify(chosen = file); };
  $("file").addEventListener("change", (event) => choose(event.target.files[0]));
  $("invert").addEventListener("change", () => choose(chosen));
  const drop = $("drop");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    // Anywhere on the page, so that a picture beside the field does not take the page's place.
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
      if (kind === "drop") choose(event.dataTransfer.files[0]);
    });
  }

  const drawing = $("drawing");
  const pen = drawing.getContext("2d");
  function clear() {
    pen.fillStyle = "#000";
    pen.fillRect(0, 0, drawing.width, drawing.height);
  }
  function place(event) {
    const box = drawing.getBoundingClientRect();
    return [(event.clientX - box.left) * drawing.width / box.width, (event.clientY - box.top) * drawing.height / box.height];
  }
  let drawn = false;
  drawing.addEventListener("pointerdown", (event) => {
    drawing.setPointerCapture(event.pointerId);
    drawn = true;
    Object.assign(pen, { strokeStyle: $("colour").value, lineWidth: 22, lineCap: "round", lineJoin: "round" });
    pen.beginPath();
    pen.moveTo(...place(event));
    pen.lineTo(...place(event));
    pen.stroke();
  });
  drawing.addEventListener("pointermove", (event) => {
    if (!drawn) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    drawing.addEventListener(kind, () => {
      if (!drawn) return;
      drawn = false;
      drawing.toBlob((blob) => classify(chosen = blob), "image/png");
    });
  }
  $("clear").addEventListener("click", clear);

  try {
    const remembered = localStorage.getItem(LANGUAGE);
    if (remembered in TEXT) root.lang = remembered;
  } catch { /* the page's own language */ }
  clear();
  translate();
  fetch("/model").then((response) => response.json()).then(describe, () => show({ error: () => text("away") }));
})();
