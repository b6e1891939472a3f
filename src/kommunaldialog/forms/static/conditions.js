// Hides the questions of an application form that do not apply. Without this script
// all of them are shown, each with a sentence that says when it applies; the server
// decides by the same conditions (forms/conditions.py).
(function () {
  "use strict";

  const TRUE = ["selected", "true", "on", "1", "ja"];
  const FALSE = ["", "unselected", "false", "off", "0", "nein"];

  function answer(name, shown) {
    const field = document.querySelector('[data-kd-name="q.' + name + '"]');
    if (!field || !shown(field)) return [];
    const inputs = field.querySelectorAll('[name="q.' + name + '"]');
    return Array.from(inputs)
      .filter((input) => !/^(radio|checkbox)$/.test(input.type) || input.checked)
      .map((input) => input.value.trim())
      .filter((value) => value !== "");
  }

  function isBox(name) {
    const field = document.querySelector('[data-kd-name="q.' + name + '"]');
    return !!field && field.hasAttribute("data-kd-bool");
  }

  function number(text) {
    const german = /^-?[0-9.]+(,[0-9]+)?$/.test(text);
    const iso = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
    if (iso) return Date.parse(text);
    return german ? Number(text.replace(/\./g, "").replace(",", ".")) : NaN;
  }

  function wanted(text) {
    return /^[0-9]{4}-/.test(text) ? Date.parse(text) : Number(text);
  }

  function test(name, op, value, shown) {
    const given = answer(name, shown);
    if (isBox(name)) {
      const yes = given[0] === "yes";
      if (!op) return yes;
      const same = (yes ? TRUE : FALSE).includes(value.toLowerCase());
      return (op === "=") === same;
    }
    if (!op) return given.length > 0;
    if (op === "=" || op === "!=") {
      let same = given.includes(value);
      if (!given.length) same = FALSE.includes(value.toLowerCase());
      else if (!same) same = given.some((it) => number(it) === wanted(value));
      return (op === "=") === same;
    }
    if (!given.length) return false;
    const left = number(given[0]);
    const right = wanted(value);
    if (op === "<") return left < right;
    if (op === "<=") return left <= right;
    if (op === ">") return left > right;
    return left >= right;
  }

  function holds(condition, shown) {
    const [kind, ...rest] = condition;
    if (kind === "not") return !holds(rest[0], shown);
    if (kind === "and") return rest.every((part) => holds(part, shown));
    if (kind === "or") return rest.some((part) => holds(part, shown));
    return test(rest[0], rest[1], rest[2], shown);
  }

  function refresh() {
    const known = new Map();
    const shown = (field) => {
      if (!known.has(field)) {
        const condition = field.getAttribute("data-kd-when");
        known.set(field, !condition);
        if (condition) known.set(field, holds(JSON.parse(condition), shown));
      }
      return known.get(field);
    };
    document.querySelectorAll("[data-kd-when]").forEach((field) => {
      field.hidden = !shown(field);
    });
  }

  document.addEventListener("input", refresh);
  document.addEventListener("change", refresh);
  refresh();
})();
