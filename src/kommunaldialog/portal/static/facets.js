// On a small screen what was found comes first: choices begin folded, but for those
// from which something is chosen.
(() => {
  if (!window.matchMedia("(max-width: 61.99em)").matches) return;
  document.querySelectorAll(".kd-facet").forEach((facet) => {
    if (!facet.querySelector("[aria-current]")) facet.open = false;
  });
})();
