// Names what TinyMCE leaves without a name: its frame and its resize handle.
// All else in this theme works without a script.
(() => {
  const mend = () => {
    for (const frame of document.querySelectorAll(".tox-edit-area__iframe:not([title])")) {
      const label = frame.closest(".field")?.querySelector("label");
      const area = frame.contentDocument?.body?.getAttribute("aria-label");
      frame.title = label?.textContent.trim() || area || "Text";
    }
    for (const handle of document.querySelectorAll(
      ".tox-statusbar__resize-handle:not([aria-valuenow])"
    )) {
      const editor = handle.closest(".tox-tinymce");
      handle.setAttribute("aria-valuenow", String(editor?.offsetHeight ?? 0));
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector(".pat-tinymce, .richTextWidget")) return;
    new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
    mend();
  });
})();
