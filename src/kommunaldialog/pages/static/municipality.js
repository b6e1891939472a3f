// Makes a combobox (ARIA 1.2, list autocomplete) of the field of municipality.pt: what is
// typed is looked up while one types, and what is chosen stands in hidden inputs of the
// same names. Without this script its button does the same.
(function () {
  "use strict";

  const PAUSE = 200; // milliseconds
  const SHORTEST = 2;

  class Municipality {
    constructor(field) {
      this.field = field;
      this.many = field.hasAttribute("data-many");
      this.input = field.querySelector("input[type=text], input[type=search]");
      this.words = {};
      for (const words of field.querySelectorAll("template[data-kd-words]")) {
        this.words[words.dataset.kdWords] = words.innerHTML.trim();
      }
      this.active = -1;
      this.takeOver();
      this.listen();
    }

    // What is ticked becomes hidden inputs; what only helps without a script goes.
    takeOver() {
      const ticked = this.field.querySelectorAll("input:checked");
      const chosen = Array.from(ticked, (box) => ({
        ags: box.value,
        title: box.labels[0].textContent.trim(),
      }));
      const old = this.field.querySelector("[data-kd-chosen]");
      if (old) old.remove();
      for (const plain of this.field.querySelectorAll("[data-kd-plain]")) {
        if (plain.tagName === "BUTTON") plain.hidden = true;
        else plain.remove();
      }
      this.kept = element("ul", { className: "kd-chosen list-unstyled" });
      this.input.parentNode.before(this.kept);
      this.list = element("ul", {
        className: "kd-options list-group",
        hidden: true,
        id: this.input.id + "-liste",
      });
      this.list.setAttribute("role", "listbox");
      const label = this.input.labels[0];
      if (label) this.list.setAttribute("aria-label", label.textContent.trim());
      this.status = element("p", { className: "kd-hint" });
      this.status.setAttribute("role", "status");
      this.input.parentNode.after(this.list, this.status);
      this.input.setAttribute("role", "combobox");
      this.input.setAttribute("aria-autocomplete", "list");
      this.input.setAttribute("aria-controls", this.list.id);
      this.input.setAttribute("aria-expanded", "false");
      chosen.forEach((one) => this.add(one));
    }

    listen() {
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => this.close());
      // The input keeps the focus, so that a click on an option arrives.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose(option);
      });
    }

    typed() {
      if (!this.many) this.kept.replaceChildren();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), PAUSE);
    }

    async search() {
      const text = this.input.value.trim();
      if (this.request) this.request.abort();
      if (text.length < SHORTEST) {
        this.close();
        this.say("");
        return;
      }
      const request = (this.request = new AbortController());
      try {
        const url = new URL(
          this.field.dataset.kdMunicipality,
          document.baseURI
        );
        url.searchParams.set("q", text);
        const day = document.getElementById(this.field.dataset.dayOf);
        if (day && day.value) url.searchParams.set("day", day.value);
        const response = await fetch(url, {
          credentials: "same-origin",
          headers: { Accept: "application/json" },
          signal: request.signal,
        });
        if (!response.ok) throw new Error(response.status);
        this.show(await response.json());
      } catch (error) {
        if (request.signal.aborted) return;
        this.close();
        const button = this.field.querySelector("button[data-kd-plain]");
        if (button) button.hidden = false;
        this.say(button ? this.words.broken : "");
      }
    }

    show(found) {
      const options = found.items.map((item, number) => {
        const option = element("li", {
          className: "list-group-item list-group-item-action",
          id: this.list.id + "-" + number,
          textContent: item.label,
        });
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.ags = item.ags;
        return option;
      });
      this.list.replaceChildren(...options);
      this.mark(-1);
      const open = options.length > 0 && document.activeElement === this.input;
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
      const number = ["none", "one"][options.length] || "several";
      const words = this.words[number].replace("NUMBER", options.length);
      this.say(found.more ? words + " " + this.words.more : words);
    }

    key(event) {
      const options = this.list.children;
      const open = !this.list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) {
          if (options.length) this.open();
          else this.search();
          return;
        }
        const step = event.key === "ArrowDown" ? 1 : -1;
        const from = this.active < 0 && step < 0 ? 0 : this.active;
        this.mark((from + step + options.length) % options.length);
      } else if (event.key === "Enter" && open && this.active >= 0) {
        event.preventDefault();
        this.choose(options[this.active]);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        this.close();
      }
    }

    open() {
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
    }

    close() {
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.mark(-1);
    }

    mark(number) {
      this.active = number;
      Array.from(this.list.children).forEach((option, index) => {
        option.classList.toggle("active", index === number);
        option.setAttribute("aria-selected", String(index === number));
      });
      const option = this.list.children[number];
      if (!option) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    choose(option) {
      const one = { ags: option.dataset.ags, title: option.textContent };
      if (!this.many) this.kept.replaceChildren();
      this.add(one);
      this.input.value = this.many ? "" : one.title;
      this.list.replaceChildren();
      this.close();
      this.say(this.words.added.replace("NAME", one.title));
      this.changed();
    }

    add(one) {
      const name = this.field.dataset.name + (this.many ? ":list" : "");
      const hidden = element("input", { name: name, type: "hidden", value: one.ags });
      const there = this.kept.querySelectorAll("input");
      if (Array.from(there).some((input) => input.value === one.ags)) return;
      const item = element("li", {}, hidden);
      if (this.many) item.append(one.title, " ", this.remover(item, one.title));
      this.kept.append(item);
    }

    remover(item, title) {
      const button = element("button", {
        className: "btn btn-sm btn-secondary",
        textContent: this.words.remove,
        type: "button",
      });
      button.setAttribute("aria-label", this.words.remove + ": " + title);
      button.addEventListener("click", () => {
        item.remove();
        this.input.focus();
        this.say(this.words.removed.replace("NAME", title));
        this.changed();
      });
      return button;
    }

    // For what watches the form, such as the saving of a draft.
    changed() {
      this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    say(text) {
      this.status.textContent = text;
    }
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  for (const field of document.querySelectorAll("[data-kd-municipality]")) {
    if (field.querySelector("[role=combobox]")) continue;
    new Municipality(field);
  }
})();
