/*
 * What counts as changed in a form of the admin, also on a slow machine.
 *
 * Wagtail takes a form for unchanged as it is two seconds after the page came, and as it is when the answer to an autosave
 * arrives. What was typed before or meanwhile would be neither saved nor asked about on leaving, and opening a page would
 * change it where a box of running text is later than that. Here a form is unchanged as it was before somebody touched it,
 * and after a save as it was sent, with what the answer itself fills in.
 */
(() => {
  "use strict";

  const TOUCHES = ["pointerdown", "keydown", "beforeinput", "click", "drop"];

  /** Each form as it was when it held nothing unsaved; none for a form that nobody touched. */
  const unchanged = new WeakMap();
  /** Each form as it was sent, while the answer is awaited. */
  const underWay = new WeakMap();

  const watcherOf = (form) => window.wagtail?.app.getControllerForElementAndIdentifier(form, "w-unsaved");

  /** Wagtail sees no changes as long as it knows nothing to compare with. */
  function compareAgain(form) {
    const watcher = watcherOf(form);
    watcher.initialFormData = watcher.previousFormData = unchanged.get(form);
  }

  function touch({ isTrusted, target }) {
    if (!isTrusted || !(target instanceof Element) || !target.closest("[data-edit-form], [data-form-side]")) return;
    const form = document.querySelector("[data-edit-form]"); // remarks are written beside it
    const watcher = form && watcherOf(form);
    if (!watcher || unchanged.has(form)) return;
    unchanged.set(form, watcher.formData);
    compareAgain(form);
  }

  for (const kind of TOUCHES) document.addEventListener(kind, touch, true);

  document.addEventListener("w-unsaved:watch-edits", ({ target }) => compareAgain(target));

  document.addEventListener("w-autosave:save", ({ target, defaultPrevented }) => {
    if (!defaultPrevented) underWay.set(target, watcherOf(target).formData);
  });

  // Nothing is sent a second time because Wagtail notices late that it is under way.
  document.addEventListener(
    "w-unsaved:add",
    (event) => {
      if (underWay.get(event.target) === watcherOf(event.target).formData) event.stopPropagation();
    },
    true,
  );

  // Before Wagtail takes the form as it is now for the one without changes.
  document.addEventListener(
    "w-autosave:success",
    ({ target, detail }) => {
      const fields = new URLSearchParams(underWay.get(target));
      for (const [name, value] of Object.entries(detail.response.field_updates ?? {})) {
        if (fields.has(name)) fields.set(name, value);
      }
      unchanged.set(target, fields.toString());
      underWay.delete(target);
    },
    true,
  );

  document.addEventListener("w-autosave:error", ({ target }) => underWay.delete(target));

  // Wagtail asks about what it has noticed so far, and looks only twice a second.
  window.addEventListener(
    "beforeunload",
    () => document.querySelectorAll("[data-edit-form]").forEach((form) => watcherOf(form)?.check()),
    true,
  );
})();
