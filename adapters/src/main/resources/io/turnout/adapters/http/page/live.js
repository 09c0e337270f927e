// Renews the parts of a page marked data-part from a fresh copy of the page itself, so that what is
// shown with script is what is shown without. Keyboard focus stays where it was.
(() => {
  const pause = Number(document.body.dataset.live);
  const lost = document.getElementById("lost");

  function renew(fresh) {
    for (const next of fresh.querySelectorAll("[data-part]")) {
      const now = document.getElementById(next.id);
      if (now && now.outerHTML !== next.outerHTML) {
        const focused = now.contains(document.activeElement) ? document.activeElement.id : "";
        now.replaceWith(document.adoptNode(next));
        if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      }
    }
  }

  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch(location.pathname, {
          cache: "no-store",
          headers: { Accept: "text/html" },
          signal: AbortSignal.timeout(5000),
        });
        if (!answer.ok) throw new Error(String(answer.status));
        renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
        lost.hidden = true;
      } catch {
        lost.textContent = "No answer just now: trying again.";
        lost.hidden = false;
      }
    }
    const moving = document.querySelector("[data-moving]");
    if (moving) setTimeout(look, pause);
  }

  setTimeout(look, pause);
})();
