// The checklist beside the form: looked at again when asked, and each time the form has saved itself.
(() => {
  "use strict";

  // The number on the button that opens the panel, which Wagtail draws once.
  const count = (panel) => {
    const counter = document.querySelector("[data-side-panel-toggle=checklist] [data-side-panel-toggle-counter]");
    const found = panel.querySelector("[data-checklist-count]")?.dataset.checklistCount;
    if (!counter || found === undefined) return;
    counter.textContent = found;
    counter.hidden = found === "0";
  };

  const refresh = async (panel) => {
    const results = panel.querySelector("[data-checklist-results]");
    try {
      const answer = await fetch(panel.dataset.url, { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      results.innerHTML = await answer.text();
      count(panel);
    } catch {
      results.textContent = panel.dataset.failed;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-checklist-again]");
    if (button) refresh(button.closest("[data-checklist]"));
  });
  document.addEventListener("w-autosave:success", () => {
    document.querySelectorAll("[data-checklist]").forEach(refresh);
  });
})();
