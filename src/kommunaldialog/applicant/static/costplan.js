// Adds up the cost and financing plan while somebody types: exactly, in cents, and
// with the rules of domain/money.py. The server computes the same after each save.
(function () {
  "use strict";

  const plan = document.querySelector("[data-kd-plan]");
  if (!plan) return;

  const AMOUNT = /^([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}))?$/;
  const PAUSE = 400;

  // Cents as BigInt; null for nothing typed, NaN for what is no amount.
  function cents(text) {
    const stripped = text.trim().replace(/\s*(?:€|EUR)$/, "");
    if (!stripped) return null;
    const match = AMOUNT.exec(stripped);
    if (!match) return NaN;
    const euros = match[1].replace(/\./g, "").replace(/^0+(?=[0-9])/, "");
    if (euros.length > 10) return NaN;
    return BigInt(euros) * 100n + BigInt((match[2] || "").padEnd(2, "0"));
  }

  function euro(amount) {
    const whole = (amount / 100n).toString().replace(/\B(?=(?:[0-9]{3})+$)/g, ".");
    return whole + "," + (amount % 100n).toString().padStart(2, "0") + "\u00a0€";
  }

  // The sum of some inputs; NaN where one of them can't be read.
  function sum(selector) {
    let total = 0n;
    for (const input of plan.querySelectorAll(selector)) {
      const amount = cents(input.value);
      if (Number.isNaN(amount)) return NaN;
      total += amount || 0n;
    }
    return total;
  }

  function show(name, amount) {
    const place = plan.querySelector('[data-kd-sum="' + name + '"]');
    place.textContent = Number.isNaN(amount) ? "–" : euro(amount);
  }

  function add() {
    const expenditure = sum('[data-kd-row="expenditure"] [data-kd-amount="amount"]');
    const eligible = sum('[data-kd-row="expenditure"] [data-kd-amount="eligible"]');
    const income = sum(
      '[data-kd-row="income"] [data-kd-amount="amount"], [data-kd-amount="requested"]'
    );
    show("expenditure", expenditure);
    show("eligible", eligible);
    show("income", income);
    const words = plan.querySelector("[data-kd-difference]");
    let text = words.dataset.unreadable;
    if (!Number.isNaN(expenditure) && !Number.isNaN(income)) {
      const missing = expenditure - income;
      const left = missing > 0n ? words.dataset.missing : words.dataset.leftOver;
      // An empty plan is no balanced one.
      const balanced = expenditure === 0n ? "" : words.dataset.balanced;
      text = missing === 0n ? balanced : left;
      text = text.replace("{amount}", euro(missing < 0n ? -missing : missing));
    }
    // Said aloud by screen readers: only when it is something new.
    if (words.textContent !== text) words.textContent = text;
  }

  function limit() {
    const place = plan.querySelector("[data-kd-limit]");
    const chosen = document.querySelector('[name="core-pillar"]:checked');
    if (place && chosen && chosen.dataset.limit) place.textContent = chosen.dataset.limit;
  }

  let waiting = 0;
  plan.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(add, PAUSE);
  });
  document.addEventListener("change", limit);
  add();
})();
