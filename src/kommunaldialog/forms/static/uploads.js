// Says at once that a chosen file is too large, before all of it is sent in vain. The
// server checks the same, and what is in the file, by forms/files.py.
(function () {
  "use strict";

  const MIB = 1024 * 1024;

  // As human_size of forms/files.py.
  function human(size) {
    if (size < MIB) return Math.max(1, Math.round(size / 1024)) + " KB";
    return (size / MIB).toFixed(1).replace(".0", "").replace(".", ",") + " MB";
  }

  function placeOf(input) {
    const id = input.id + "-error";
    let place = document.getElementById(id);
    if (!place) {
      place = document.createElement("p");
      place.id = id;
      place.className = "kd-error";
      input.before(place);
    }
    return place;
  }

  function described(input, id, by) {
    const ids = (input.getAttribute("aria-describedby") || "").split(" ");
    const others = ids.filter((one) => one && one !== id);
    input.setAttribute("aria-describedby", (by ? [...others, id] : others).join(" "));
  }

  function refuse(input, file) {
    const place = placeOf(input);
    place.setAttribute("role", "alert");
    place.textContent = input.dataset.kdTooLarge
      .replace("{name}", file.name)
      .replace("{size}", human(file.size))
      .replace("{limit}", human(Number(input.dataset.kdLargest)));
    described(input, place.id, true);
    input.setAttribute("aria-invalid", "true");
    input.value = "";
  }

  function accept(input) {
    const place = document.getElementById(input.id + "-error");
    if (place) place.remove();
    described(input, input.id + "-error", false);
    input.removeAttribute("aria-invalid");
  }

  document.addEventListener("change", function (event) {
    const input = event.target;
    if (input.type !== "file" || !input.dataset.kdLargest || !input.files.length) return;
    const file = input.files[0];
    if (file.size > Number(input.dataset.kdLargest)) refuse(input, file);
    else accept(input);
  });
})();
