/* Overviews: choosing replaces the list instead of the page. Without this script the
   same links and the same form load the page; the address is the same in both ways. */

(() => {
  "use strict";

  const root = document.querySelector("[data-kd-overview]");
  if (!root || !window.history.pushState || !window.AbortController) return;

  const form = root.querySelector("form[role=search]");
  const columns = root.querySelector(".kd-overview-columns");
  const base = new URL(form.action).pathname;
  const address = (url) => url.pathname + url.search;
  let shown = address(window.location);
  let running = null;

  const part = (where, name) => where.querySelector(`[data-kd-part="${name}"]`);
  const parts = ["facets", "status", "hits", "hidden", "foot"];

  /* Plone's scripts write a state into the history, and load the page anew where they
     find one. They may come before this one or after it. */
  function forget() {
    window.history.replaceState(null, "", window.location.href);
  }

  /* What was unfolded stays so, and the focus returns to the same link. */
  function keep() {
    const open = new Map();
    root.querySelectorAll("details[id]").forEach((details) => {
      open.set(details.id, details.open);
    });
    const focused = document.activeElement;
    return () => {
      open.forEach((isOpen, id) => {
        const details = document.getElementById(id);
        if (details) details.open = isOpen;
      });
      if (!focused || document.contains(focused)) return;
      const same = focused.id && document.getElementById(focused.id);
      (same || root.querySelector("#treffer")).focus({ preventScroll: Boolean(same) });
    };
  }

  function replace(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector("[data-kd-overview]");
    if (!fresh) return false;
    const restore = keep();
    parts.forEach((name) => {
      part(root, name).replaceChildren(...part(fresh, name).childNodes);
    });
    root.querySelector("#treffer").tabIndex = -1;
    document.title = page.title;
    document.querySelectorAll('link[type="application/rss+xml"]').forEach((link) => {
      const feed = page.querySelector('link[type="application/rss+xml"]');
      if (feed && link.href.includes("/rss")) link.href = feed.href;
    });
    restore();
    return true;
  }

  async function show(url, push) {
    if (running) running.abort();
    running = new AbortController();
    shown = address(new URL(url));
    columns.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, {
        credentials: "same-origin",
        signal: running.signal,
      });
      if (!answer.ok || !replace(await answer.text())) throw new Error(answer.status);
      if (push) {
        forget();
        window.history.pushState(null, "", url);
      }
      columns.removeAttribute("aria-busy");
    } catch (error) {
      /* What was asked for anew takes the place of this; else the browser loads it. */
      if (error.name !== "AbortError") window.location.assign(url);
    }
  }

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const url = new URL(link.href);
    if (url.pathname !== base || url.origin !== window.location.origin) return;
    if (!columns.contains(link)) return;
    event.preventDefault();
    show(url.href, true).then(() => {
      if (link.closest(".kd-pages")) {
        const found = root.querySelector("#treffer");
        found.focus();
        found.scrollIntoView();
      }
      const search = new URLSearchParams(url.search).get("suche") || "";
      form.elements.suche.value = search;
    });
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new URLSearchParams(new FormData(form));
    if (!form.elements.suche.value.trim()) data.delete("suche");
    const query = data.toString();
    show(form.action + (query ? `?${query}` : ""), true);
  });

  function goBack(event) {
    event.stopImmediatePropagation();
    forget();
    /* The way to a place in the page, as to its main part, changes nothing. */
    if (address(window.location) === shown) return;
    form.elements.suche.value =
      new URLSearchParams(window.location.search).get("suche") || "";
    show(window.location.href, false);
  }

  window.addEventListener("popstate", goBack);
})();
