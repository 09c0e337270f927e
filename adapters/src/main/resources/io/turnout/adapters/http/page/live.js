// Renews the parts of a page marked data-part from a fresh copy of the page itself, so that what is
// shown with script is what is shown without. Keyboard focus stays where it was. Where what moves
// is not on the page any more, it has become another page, and is opened.
(() => {
  let pause = Number(document.body.dataset.live);
  const lost = document.getElementById("lost");
  const moving = () => document.querySelector("[data-moving]");

  function renew(fresh) {
    if (moving() && !fresh.getElementById(moving().id)) {
      location.reload();
      return;
    }
    pause = Number(fresh.body.dataset.live) || pause;
    document.title = fresh.title;
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
    if (!document.hidden || moving()?.dataset.moving === "always") {
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
    if (moving()) setTimeout(look, pause);
  }

  setTimeout(look, pause);
})();
