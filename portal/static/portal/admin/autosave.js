/*
 * What a form has saved by itself is its own version, not a newer one of somebody else (portal/admin_editing.py): a button
 * that is pressed later sends along which one it was. Wagtail tells the server so only when the form saves itself again.
 */
(() => {
  "use strict";

  const NAME = "saved_itself_as";

  // Before Wagtail takes the form as it is now for the one without changes.
  document.addEventListener(
    "w-autosave:success",
    ({ target }) => {
      const revision = target instanceof HTMLFormElement && target.dataset.wAutosaveRevisionIdValue;
      if (!revision) return;
      let field = target.elements.namedItem(NAME);
      if (!field) {
        field = Object.assign(document.createElement("input"), { type: "hidden", name: NAME });
        target.append(field);
      }
      field.value = revision;
    },
    true,
  );
})();
