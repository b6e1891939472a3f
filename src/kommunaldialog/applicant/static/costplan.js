// Adds up the cost and financing plan while somebody types: exactly, in cents, and
// with the rules of domain/money.py and domain/funding.py, which the server applies
// after each save. Rules and sentences come from the page (applicant/figures.py).
(function () {
  "use strict";

  const plan = document.querySelector("[data-kd-plan]");
  if (!plan) return;

  const AMOUNT = /^([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}))?$/;
  const PAUSE = 400;
  const IN_KIND = "in_kind";
  const WARNING = "kd-notice kd-notice--warning";

  const place = plan.querySelector("[data-kd-rules]");
  const rules = JSON.parse(place.dataset.kdRules);
  const words = JSON.parse(place.dataset.kdWords);

  // Cents as BigInt, of nothing typed 0; null for what is no amount.
  function cents(text) {
    const stripped = text.trim().replace(/\s*(?:€|EUR)$/, "");
    if (!stripped) return 0n;
    const match = AMOUNT.exec(stripped);
    if (!match) return null;
    const euros = match[1].replace(/\./g, "").replace(/^0+(?=[0-9])/, "");
    if (euros.length > 10) return null;
    return BigInt(euros) * 100n + BigInt((match[2] || "").padEnd(2, "0"));
  }

  function euro(amount) {
    const whole = (amount / 100n).toString().replace(/\B(?=(?:[0-9]{3})+$)/g, ".");
    return whole + "," + (amount % 100n).toString().padStart(2, "0") + "\u00a0€";
  }

  // A number of the rules such as "33.5", exactly: its digits and their divisor.
  function exact(text) {
    const [whole, fraction = ""] = text.split(".");
    return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
  }

  function limit(text) {
    return text === null ? null : BigInt(text.replace(".", ""));
  }

  // So many percent of an amount, down or up to the cent.
  function percent(amount, text, up) {
    const [digits, divisor] = exact(text);
    const all = 100n * divisor;
    return (amount * digits + (up ? all - 1n : 0n)) / all;
  }

  // Like null in a database: what can't be read makes all unknown that is made of it.
  function known(amounts, compute) {
    return amounts.includes(null) ? null : compute(...amounts);
  }

  function sum(amounts) {
    return known(amounts, (...all) => all.reduce((total, one) => total + one, 0n));
  }

  function value(parent, name) {
    const input = parent.querySelector('[data-kd-amount="' + name + '"]');
    return input ? cents(input.value) : 0n;
  }

  function rows(table) {
    return Array.from(plan.querySelectorAll('[data-kd-row="' + table + '"]'), (row) => ({
      what: (row.querySelector("select") || {}).value,
      amount: value(row, "amount"),
      eligible: value(row, "eligible"),
    }));
  }

  function total(table, name, which) {
    return sum(table.filter(which || (() => true)).map((row) => row[name]));
  }

  // All figures of the plan by name, null for what is not known.
  function figures() {
    const spent = rows("expenditure");
    const had = rows("income");
    const inKind = (row) => row.what === IN_KIND;
    const own = (row) => inKind(row) || row.what === "own_funds";
    const found = {
      requested: value(plan, "requested"),
      expenditure: total(spent, "amount"),
      eligible: total(spent, "eligible"),
      in_kind: total(spent, "eligible", inKind),
      other_income: total(had, "amount"),
      own_share: total(had, "amount", own),
      spent: total(spent, "amount", inKind),
      given: total(had, "amount", inKind),
    };
    found.income = sum([found.other_income, found.requested]);
    found.payable = known([found.eligible, found.in_kind], (all, kind) => all - kind);
    found.uncovered = known([found.expenditure, found.other_income], (out, other) =>
      out > other ? out - other : 0n
    );
    if (rules.kind === "share" && rules.rate !== null) {
      found.share = known([found.eligible], (all) => percent(all, rules.rate, false));
    }
    if (rules.kind === "fixed" && rules.fixed !== null) found.fixed = limit(rules.fixed);
    if (rules.limit !== null) found.limit = limit(rules.limit);
    if (rules.lowest_own_share !== null) {
      found.needed = known([found.eligible], (all) =>
        percent(all, rules.lowest_own_share, true)
      );
    }
    const caps = ["uncovered", "eligible", "payable", "share", "fixed", "limit"];
    found.grant = known(
      caps.map((name) => found[name]).filter((amount) => amount !== undefined),
      (...all) => all.reduce((least, one) => (one < least ? one : least))
    );
    return found;
  }

  function show(amount, cell) {
    cell.textContent = amount === null ? "–" : euro(amount);
  }

  // A sentence about one topic; said aloud by screen readers, so only when it is new.
  function say(topic, sentence, amounts, wrong) {
    const line = plan.querySelector('[data-kd-finding="' + topic + '"]');
    const text = (sentence ? words[sentence] : "").replace(/\{(\w+)\}/g, (gap, name) =>
      euro(amounts[name])
    );
    if (line.textContent !== text) line.textContent = text;
    line.className = wrong ? WARNING : "";
    line.hidden = !text;
  }

  function sayBalance(found) {
    if (found.expenditure === null || found.income === null) {
      say("balance", "unreadable", {}, true);
      return;
    }
    const missing = found.expenditure - found.income;
    if (missing > 0n) say("balance", "missing", { amount: missing }, true);
    else if (missing < 0n) say("balance", "left_over", { amount: -missing }, true);
    // An empty plan is no balanced one.
    else say("balance", found.expenditure === 0n ? "" : "balanced", {}, false);
  }

  function sayInKind(found) {
    const unequal =
      found.spent !== null && found.given !== null && found.spent !== found.given;
    say("in_kind", unequal ? "in_kind_unequal" : "", found, true);
  }

  function sayOwnShare(found) {
    if (!found.needed || found.own_share === null) {
      say("own_share", "", {}, false);
      return;
    }
    const short = found.own_share < found.needed;
    const amounts = { own: found.own_share, needed: found.needed };
    say("own_share", short ? "share_short" : "share_enough", amounts, short);
  }

  function sayRequest(found) {
    // As long as nothing is eligible, only the limit is known.
    const highest = found.eligible ? found.grant : found.limit;
    const known = highest !== null && highest !== undefined;
    const above = known && found.requested !== null && found.requested > highest;
    say("request", above ? "above" : "", { grant: highest }, true);
  }

  function add() {
    const found = figures();
    plan.querySelectorAll("[data-kd-sum]").forEach((cell) => {
      show(found[cell.dataset.kdSum], cell);
    });
    plan.querySelectorAll("[data-kd-step]").forEach((cell) => {
      const name = cell.dataset.kdStep;
      show(found[name], cell);
      // These two lines are there only where something is given in kind.
      if (name === IN_KIND || name === "payable") {
        cell.parentNode.hidden = found.in_kind === 0n;
      }
    });
    sayBalance(found);
    sayInKind(found);
    sayOwnShare(found);
    sayRequest(found);
  }

  let waiting = 0;
  plan.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(add, PAUSE);
  });
  add();
})();
