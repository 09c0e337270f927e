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
    if (event.detail.target?.classList.contains("over")) openFolds = folds(event.detail.target);
    if (!isLook(event)) return;
    const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    const next = page.getElementById("live")?.innerHTML ?? "";
    const at = page.getElementById("pulse-at")?.textContent;
    if (at) document.getElementById("pulse-at").textContent = at;
    event.detail.shouldSwap = event.detail.shouldSwap && next !== shown;
    shown = next;
    openFolds = folds(live());
  });

  function folds(within) {
    return [...within.querySelectorAll("details[open]")].map((fold) => fold.id);
  }

  document.addEventListener("htmx:afterSwap", (event) => {
    if (isLook(event)) {
      for (const id of openFolds) document.getElementById(id)?.setAttribute("open", "");
      plots();
    } else if (event.detail.target?.classList.contains("over")) {
      for (const id of openFolds) document.getElementById(id)?.setAttribute("open", "");
      lines();
    } else if (event.detail.target?.id === "ask-body") {
      dialog.showModal();
      document.querySelector("#ask [data-first]")?.focus();
    }
  });

  // Whoever signs out here is on the way to another page already.
  let leaving = false;
  document.addEventListener("submit", (event) => (leaving ||= !event.defaultPrevented));

  // Whoever is signed out meanwhile is shown so; what else fails is tried again.
  document.addEventListener("htmx:responseError", (event) => {
    const status = event.detail.xhr.status;
    if (leaving) return;
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

  // Of a wave beside the others, each step that was seen.
  function lines() {
    if (typeof uPlot === "undefined") return;
    for (const figure of document.querySelectorAll("[data-lines]")) line(figure);
  }

  function line(figure) {
    const { from, to, step, unit, begun } = figure.dataset;
    const rows = new Map();
    for (const row of document.getElementById(figure.dataset.lines).tBodies[0].rows) {
      const value = (cell) => ("v" in cell.dataset ? Number(cell.dataset.v) : null);
      rows.set(Number(row.cells[0].dataset.at), [1, 2, 3].map((i) => value(row.cells[i])));
    }
    const at = [];
    const first = Math.ceil(Number(from) / step) * step;
    for (let time = first; time <= Number(to); time += Number(step)) at.push(time);
    const series = [0, 1, 2].map((i) => at.map((time) => rows.get(time)?.[i] ?? null));
    const show = { show: true, size: 5 };
    plot(figure, [at, ...series], {
      scales: { y: { range: (_, __, max) => [0, Math.max(unit === "%" ? 2 : 4, max * 1.15)] } },
      series: [
        {},
        { stroke: color("--accent"), width: 2, points: { ...show, fill: color("--accent") } },
        { stroke: color("--soft"), width: 1.5, dash: [2, 4], points: { ...show, size: 3 } },
        {
          stroke: color("--bad"),
          width: 1.5,
          dash: [10, 4],
          points: { show: false },
          spanGaps: true,
        },
      ],
      hooks: { draw: begun ? [(chart) => mark(chart, Number(begun))] : [] },
    });
  }

  // When the wave began to switch.
  function mark(chart, seconds) {
    const x = chart.valToPos(seconds, "x", true);
    if (x < chart.bbox.left || x > chart.bbox.left + chart.bbox.width) return;
    const { ctx } = chart;
    ctx.save();
    ctx.strokeStyle = color("--edge");
    ctx.beginPath();
    ctx.moveTo(x, chart.bbox.top);
    ctx.lineTo(x, chart.bbox.top + chart.bbox.height);
    ctx.stroke();
    ctx.restore();
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
    plot(figure, [at, at.map((one) => calls.get(one) ?? null)], {
      scales: { y: { range: (_, __, max) => [0, Math.max(4, max * 1.1)] } },
      series: [
        {},
        {
          stroke: color("--accent"),
          fill: color("--accent"),
          paths: uPlot.paths.bars({ size: [0.7, 14, 3] }),
          points: { show: false },
        },
      ],
    });
  }

  function plot(figure, data, options) {
    const canvas = figure.querySelector(".canvas");
    canvas.replaceChildren();
    const grid = { stroke: color("--line"), width: 1 };
    const axis = { stroke: color("--soft"), grid, ticks: grid, font: "12px system-ui" };
    new uPlot(
      {
        width: canvas.clientWidth,
        height: 170,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
        cursor: { y: false },
        legend: { show: false },
        axes: [
          { ...axis, values: (_, ticks) => ticks.map(hour), space: 56 },
          { ...axis, size: 46 },
        ],
        ...options,
      },
      data,
      canvas,
    );
  }

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function hour(seconds) {
    return new Date(seconds * 1000).toISOString().slice(11, 16);
  }

  function all() {
    plots();
    lines();
  }

  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) all();
    width = innerWidth;
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  shown = live()?.innerHTML ?? "";
  all();
  if (document.body.hasAttribute("data-live")) follow();
})();
