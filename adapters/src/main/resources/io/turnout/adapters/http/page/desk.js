// What pages of the dashboard do beyond what they do without script: they look again when they are
// told to, ask before something is done without leaving the page, and draw plots of tables.
(() => {
  const SLOW_MILLIS = 10_000;
  const dialog = document.getElementById("ask");
  const live = () => document.getElementById("live");
  let shown = "";
  let openFolds = [];

  // Looking again

  function look() {
    if (live() && !document.hidden && !dialog.open) htmx.trigger(document.body, "turnout:look");
  }

  function follow() {
    let timer = 0;
    const how = document.getElementById("pulse-how");
    const slowly = () => {
      if (!timer) timer = setInterval(look, SLOW_MILLIS);
      how.textContent = ", looks again every 10 s";
    };
    let stream = null;
    const end = () => {
      stream?.close();
      stream = null;
    };
    const begin = () => {
      if (stream || document.hidden) return;
      stream = new EventSource("/operator/live");
      stream.addEventListener("look", () => {
        clearInterval(timer);
        timer = 0;
        how.textContent = ", live";
        look();
      });
      stream.onerror = slowly;
    };
    // Whoever does not look takes no stream from those who do.
    document.addEventListener("visibilitychange", () => (document.hidden ? end() : begin()));
    addEventListener("pagehide", end);
    begin();
  }

  function isLook(event) {
    return event.detail.target?.id === "live";
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!isLook(event)) return;
    const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    const next = page.getElementById("live")?.innerHTML ?? "";
    const at = page.getElementById("pulse-at")?.textContent;
    if (at) document.getElementById("pulse-at").textContent = at;
    event.detail.shouldSwap = event.detail.shouldSwap && next !== shown;
    shown = next;
    openFolds = [...live().querySelectorAll("details[open]")].map((fold) => fold.id);
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (isLook(event)) {
      for (const id of openFolds) document.getElementById(id)?.setAttribute("open", "");
      plots();
    } else if (event.detail.target?.id === "ask-body") {
      dialog.showModal();
      document.querySelector("#ask [data-first]")?.focus();
    }
  });

  // Whoever is signed out meanwhile is shown so; what else fails is tried again.
  document.addEventListener("htmx:responseError", (event) => {
    const status = event.detail.xhr.status;
    if (status === 401 || (status === 403 && !isLook(event))) location.reload();
  });

  // Asking first

  document.addEventListener("click", (event) => {
    if (event.target.closest("#ask [data-leave]")) {
      event.preventDefault();
      dialog.close();
    }
  });

  // Plots

  function plots() {
    if (typeof uPlot === "undefined") return;
    for (const figure of document.querySelectorAll("[data-plot]")) draw(figure);
  }

  function draw(figure) {
    const quarter = 900;
    const table = document.getElementById(figure.dataset.plot);
    const calls = new Map();
    for (const row of table.tBodies[0].rows) {
      calls.set(Number(row.cells[0].dataset.at), Number(row.cells[1].textContent));
    }
    const last = Math.floor(Number(figure.dataset.now) / quarter) * quarter;
    const at = Array.from({ length: 97 }, (_, i) => last - (96 - i) * quarter);
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue("--soft").trim();
    const grid = { stroke: style.getPropertyValue("--line").trim(), width: 1 };
    const canvas = figure.querySelector(".canvas");
    canvas.replaceChildren();
    const axis = { stroke: ink, grid, ticks: grid, font: "12px system-ui" };
    const options = {
      width: canvas.clientWidth,
      height: 170,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      cursor: { y: false },
      legend: { show: false },
      scales: { y: { range: (_, __, max) => [0, Math.max(4, max * 1.1)] } },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map(hour), space: 56 },
        { ...axis, size: 46 },
      ],
      series: [
        {},
        {
          stroke: style.getPropertyValue("--accent").trim(),
          fill: style.getPropertyValue("--accent").trim(),
          paths: uPlot.paths.bars({ size: [0.7, 14, 3] }),
          points: { show: false },
        },
      ],
    };
    new uPlot(options, [at, at.map((one) => calls.get(one) ?? null)], canvas);
  }

  function hour(seconds) {
    return new Date(seconds * 1000).toISOString().slice(11, 16);
  }

  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) plots();
    width = innerWidth;
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", plots);
  shown = live()?.innerHTML ?? "";
  plots();
  if (document.body.hasAttribute("data-live")) follow();
})();
