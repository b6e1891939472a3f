// Sends the form that writes the next batch, so that nobody has to press the button.
(function () {
  "use strict";

  const form = document.querySelector("form[data-kd-go-on]");
  if (form) {
    form.querySelector("button[value=next]").click();
  }
})();
