/* Rows for phases of a dialogue without sending the form. */
(function () {
  "use strict";

  function addRow(group) {
    const rows = group.querySelectorAll("fieldset.kd-phase");
    const last = rows[rows.length - 1];
    const number = rows.length;
    const row = last.cloneNode(true);
    row.querySelector("legend").innerHTML = last
      .querySelector("legend")
      .innerHTML.replace(String(number), String(number + 1));
    row.querySelectorAll("label").forEach(function (label) {
      label.htmlFor = label.htmlFor.replace(/-\d+-(\w+)$/, "-" + number + "-$1");
    });
    row.querySelectorAll("input").forEach(function (input) {
      input.id = input.id.replace(/-\d+-(\w+)$/, "-" + number + "-$1");
      input.name = input.name.replace(/\.\d+\.(\w+)$/, "." + number + ".$1");
      input.value = "";
    });
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
