// In the print view: a button that prints. Without JavaScript the browser's menu does.
(() => {
  const button = document.querySelector("[data-kd-print]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
