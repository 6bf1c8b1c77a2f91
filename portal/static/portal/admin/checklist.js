// The checklist beside the form: looked at again when asked, and each time the form has saved itself.
(() => {
  "use strict";

  const PANEL = "[data-side-panel=checklist]";
  let asked = null;

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
    asked?.abort(); // an answer that comes late would show what was saved before
    const { signal } = (asked = new AbortController());
    try {
      const answer = await fetch(panel.dataset.url, { credentials: "same-origin", headers: { Accept: "text/html" }, signal });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      results.innerHTML = await answer.text();
      count(panel);
    } catch {
      if (!signal.aborted) results.textContent = panel.dataset.failed;
    }
  };

  const refreshAll = () => document.querySelectorAll("[data-checklist]").forEach(refresh);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-checklist-again]");
    if (button) refresh(button.closest("[data-checklist]"));
  });
  document.addEventListener("w-autosave:success", refreshAll);

  // A new text gets its checklist with its first save, perhaps when it has saved itself again since.
  const place = document.querySelector(PANEL);
  if (place) {
    new MutationObserver((changes) => {
      const added = changes.flatMap((change) => [...change.addedNodes]);
      if (added.some((node) => node instanceof Element && node.matches("[data-checklist]"))) refreshAll();
    }).observe(place, { childList: true });
  }
})();
