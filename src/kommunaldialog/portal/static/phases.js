/* Rows for phases of a dialogue without sending the form. */
(function () {
  "use strict";

  function renumber(element, names, number) {
    names.forEach(function (name) {
      const value = element.getAttribute(name);
      if (value) {
        element.setAttribute(
          name,
          // "…-2-start", "….2.start" and "…-2", which names the row itself.
          value.replace(/([-.])\d+(?=([-.]\w+)?$)/, "$1" + number),
        );
      }
    });
  }

  function addRow(group) {
    const rows = group.querySelectorAll(".kd-phase");
    const last = rows[rows.length - 1];
    const number = rows.length;
    const row = last.cloneNode(true);
    [row, ...row.querySelectorAll("*")].forEach(function (element) {
      renumber(element, ["aria-labelledby", "id", "for", "name"], number);
      if (element.matches("input")) {
        element.value = "";
      }
    });
    const heading = row.querySelector("p");
    heading.textContent = heading.textContent.replace(/\d+/, String(number + 1));
    last.after(row);
    group.querySelector("input[name$='.rows']").value = String(number + 1);
    row.querySelector("input").focus();
  }

  document.querySelectorAll("[data-kd-phases=more]").forEach(function (button) {
    // No longer the button that the Enter key presses.
    button.type = "button";
    button.addEventListener("click", function () {
      addRow(button.closest(".kd-phases"));
    });
  });
})();
