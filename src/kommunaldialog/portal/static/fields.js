/* A link to a field of Plone's edit form opens the tab in which the field is. */
(function () {
  "use strict";

  const PATIENCE = 5000;
  const PAUSE = 100;

  function show() {
    const field = document.getElementById(location.hash.slice(1));
    const section = field && field.closest(".autotoc-section");
    const form = section && section.closest(".pat-autotoc");
    if (!form) {
      return false;
    }
    const sections = Array.from(form.querySelectorAll(".autotoc-section"));
    const tab = form.querySelectorAll(".autotoc-nav a")[sections.indexOf(section)];
    if (tab) {
      tab.click();
    }
    field.scrollIntoView({ block: "center" });
    field.focus();
    return true;
  }

  // Plone makes the tabs some time after the page is there.
  function showSoon(patience) {
    if (!show() && patience > 0) {
      setTimeout(function () {
        showSoon(patience - PAUSE);
      }, PAUSE);
    }
  }

  if (location.hash.startsWith("#form-widgets-")) {
    showSoon(PATIENCE);
  }
  window.addEventListener("hashchange", show);
})();
