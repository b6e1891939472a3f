// Saves a draft while somebody types, and when the page is left. What the
// portal could not keep waits in sessionStorage, under the user's id: it comes back into
// the form when the same person opens the section again in this window, and it is
// compared there with what others have saved, as any save is. Files are never sent here.
(function () {
  "use strict";

  const AFTER_TYPING = 3000; // milliseconds
  const AT_MOST_EVERY = 10000;
  const AGAIN_AFTER = 30000;
  const OF_THE_PAGE = ["_authenticator", "revision", "seen"];

  const form = document.querySelector("form[data-kd-autosave]");
  if (!form) return;
  const saved = form.querySelector("[data-kd-autosave-saved]");
  const problem = form.querySelector("[data-kd-autosave-problem]");
  const others = form.querySelector("[data-kd-others]");
  const key = "kommunaldialog:" + form.dataset.kdUser + ":" + location.pathname;

  let timer = 0;
  let running = null; // the request under way
  let lastTry = 0;
  let loggedOut = false;
  let sending = false; // the form itself is on its way
  let known = words(); // what the portal has, or has been sent

  // What is in the form, without files and without what belongs to the page: the texts
  // of each name.
  function words() {
    const found = {};
    for (const [name, value] of new FormData(form)) {
      const ours = !OF_THE_PAGE.includes(name) && !/\.remove$|^version\./.test(name);
      if (ours && typeof value === "string") (found[name] = found[name] || []).push(value);
    }
    return found;
  }

  function same(one, two) {
    return JSON.stringify(one || []) === JSON.stringify(two || []);
  }

  function differ(one, two) {
    const names = Object.keys({ ...one, ...two });
    return names.filter((name) => !same(one[name], two[name]));
  }

  function changed() {
    return differ(words(), known).length > 0;
  }

  // Browsers refuse storage if they are told to; then words stay in the page alone.
  function store(action) {
    try {
      return action(window.sessionStorage);
    } catch (error) {
      return null;
    }
  }

  function keep() {
    const entry = {
      words: words(),
      seen: form.elements.seen.value,
      revision: form.elements.revision.value,
      own: form.dataset.kdOwn,
      sent: sending,
    };
    store((storage) => storage.setItem(key, JSON.stringify(entry)));
  }

  function forget() {
    store((storage) => storage.removeItem(key));
  }

  function tell(text, link) {
    problem.textContent = text;
    problem.hidden = !text;
    if (!link) return;
    const anchor = document.createElement("a");
    anchor.href = problem.dataset.logInUrl;
    anchor.textContent = problem.dataset.logIn;
    problem.append(" ", anchor);
  }

  function showOthers(lines) {
    if (!others) return;
    const shown = Array.from(others.children, (line) => line.textContent);
    // Said once, not with each save.
    if (same(lines, shown)) return;
    others.hidden = !lines.length;
    others.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      })
    );
  }

  function body() {
    const data = new FormData(form);
    for (const [name, value] of Array.from(data)) {
      // Neither files nor a choice between versions: that takes the button.
      const asks = /\.remove$|^version\./.test(name);
      if (typeof value !== "string" || asks) data.delete(name);
    }
    return data;
  }

  async function save(leaving) {
    const sent = words();
    lastTry = Date.now();
    let response;
    try {
      response = await fetch(form.dataset.kdAutosave, {
        method: "POST",
        body: body(),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "error",
        keepalive: leaving,
      });
    } catch (error) {
      return failed();
    }
    const answer = await response.json().catch(() => ({}));
    if (response.ok && answer.seen) return succeeded(answer, sent);
    const type = answer.error && answer.error.type;
    if (type === "LoggedOut" || type === "AnotherPerson") {
      loggedOut = true;
      keep();
      const text = type === "LoggedOut" ? "loggedOut" : "another";
      return tell(problem.dataset[text], true);
    }
    if (type === "NoDraft") {
      loggedOut = true;
      return tell(answer.error.message);
    }
    return failed();
  }

  function failed() {
    keep();
    tell(problem.dataset.offline);
    plan(AGAIN_AFTER);
  }

  function succeeded(answer, sent) {
    known = sent;
    form.elements.revision.value = answer.revision;
    form.elements.seen.value = answer.seen;
    form.dataset.kdOwn = answer.own;
    saved.textContent = answer.message;
    tell(answer.complete ? "" : answer.message);
    showOthers(answer.others);
    if (answer.complete && !changed()) forget();
    else keep();
    if (changed()) plan(AFTER_TYPING);
  }

  function plan(wait) {
    if (loggedOut || sending) return;
    clearTimeout(timer);
    const pause = lastTry + AT_MOST_EVERY - Date.now();
    timer = setTimeout(now, Math.max(wait, pause));
  }

  function now(leaving) {
    clearTimeout(timer);
    if (running || loggedOut || sending || !changed()) return;
    running = save(leaving === true).finally(() => {
      running = null;
    });
  }

  form.addEventListener("input", () => {
    if (loggedOut) keep();
    else plan(AFTER_TYPING);
  });
  form.addEventListener("change", () => (loggedOut ? keep() : plan(AFTER_TYPING)));
  window.addEventListener("online", () => now());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || sending || !changed()) return;
    keep();
    now(true);
  });

  // The form is sent after the request under way: its answer says what was seen.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running && form.requestSubmit) {
      event.preventDefault();
      const button = event.submitter;
      running.then(() => form.requestSubmit(button));
      return;
    }
    sending = true;
    keep();
  });
  // Back in a page that the browser had kept.
  window.addEventListener("pageshow", () => {
    sending = false;
  });

  function put(name, texts) {
    const inputs = Array.from(form.elements).filter((input) => input.name === name);
    const boxes = inputs.filter((input) => /^(radio|checkbox)$/.test(input.type));
    boxes.forEach((box) => (box.checked = texts.includes(box.value)));
    const fields = inputs.filter((input) => !boxes.includes(input));
    texts.forEach((text, number) => {
      if (boxes.length) return;
      if (fields[number]) {
        if (fields[number].type !== "file") fields[number].value = text;
        return;
      }
      // A row that this page does not show yet: the portal will.
      const hidden = document.createElement("input");
      Object.assign(hidden, { type: "hidden", name: name, value: text });
      form.append(hidden);
    });
  }

  // Whether the button's save has arrived: then what differs was changed later.
  function arrived(entry) {
    const shown = JSON.parse(form.elements.seen.value);
    const others = differ(JSON.parse(entry.seen), shown);
    return entry.sent && entry.own !== form.dataset.kdOwn && others.length > 0;
  }

  function restore() {
    const entry = JSON.parse(store((storage) => storage.getItem(key)) || "null");
    if (!entry) return;
    const lost = differ(entry.words, known);
    if (!lost.length || arrived(entry)) return forget();
    lost.forEach((name) => put(name, entry.words[name] || []));
    form.elements.seen.value = entry.seen;
    form.elements.revision.value = entry.revision;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.dispatchEvent(new Event("change", { bubbles: true }));
    tell(problem.dataset.restored);
    plan(0);
  }

  restore();
})();
