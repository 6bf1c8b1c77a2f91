/*
 * “Go to the first error” goes on to the field the error is about: Wagtail shows the error's words, and who types or hears
 * the page would have to look for the field from there.
 */
(() => {
  "use strict";

  const FIELD = "input:not([type=hidden]), select, textarea, [contenteditable=true], button";
  const AROUND = ".w-field, .w-panel__content, .w-panel, form";

  const AFTER_WAGTAIL = 150; // it waits 50 ms, opens the tab, scrolls there and takes the focus itself

  document.addEventListener("w-focus:focused", ({ target }) => {
    if (!(target instanceof Element) || !target.matches(".error-message, .help-critical")) return;
    setTimeout(() => {
      const fields = target.closest(AROUND)?.querySelectorAll(FIELD) || [];
      const field = [...fields].find((one) => !one.disabled && one.checkVisibility());
      field?.focus({ preventScroll: true });
    }, AFTER_WAGTAIL);
  });
})();
