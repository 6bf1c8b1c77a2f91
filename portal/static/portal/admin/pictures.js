/*
 * A picture that is chosen brings its description with it: an empty alternative text is filled, one that somebody wrote is
 * left alone. What stays empty is filled by the server (portal/blocks.py, news/forms.py).
 */
(() => {
  "use strict";

  const followed = new WeakSet();

  const fieldNamed = (name) => document.getElementsByName(name)[0];

  /** The alternative text beside a picture: `picture` has `picture_alt`, a block's `…-image` has `…-alt_text`. */
  function altBeside(input) {
    const ofBlock = input.name.replace(/-image$/, "-alt_text");
    return fieldNamed(ofBlock === input.name ? `${input.name}_alt` : ofBlock);
  }

  const isDecorative = (input) => fieldNamed(input.name.replace(/-image$/, "-decorative"))?.checked ?? false;

  function fill(input, description, before) {
    const alt = altBeside(input);
    if (!alt || !description || isDecorative(input)) return;
    if (alt.value.trim() && alt.value !== before) return;
    alt.value = alt.maxLength > 0 ? description.slice(0, alt.maxLength) : description;
    for (const name of ["input", "change"]) alt.dispatchEvent(new Event(name, { bubbles: true }));
  }

  // Wagtail's choosers say only to themselves what was chosen; each is listened to from the first time it is used.
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element && event.target.closest("[data-chooser-action-choose]");
      const widget = button && button.closest("[id$='-chooser']")?.widget;
      if (!widget || followed.has(widget)) return;
      followed.add(widget);
      let before = widget.getState()?.default_alt_text;
      widget.addEventListener("chosen", ({ detail }) => {
        fill(widget.input, detail.default_alt_text, before);
        before = detail.default_alt_text;
      });
    },
    true,
  );
})();
