// What shows the cards of links is fetched when a reader first points at one: most never do.
(() => {
  const { late } = document.currentScript.dataset;
  for (const name of ["mouseover", "focusin"]) addEventListener(name, async function load({ type, target }) {
    if (!target.closest?.("a[data-card]")) return;
    removeEventListener(name, load);
    await import(late);
    target.dispatchEvent(new Event(type, { bubbles: true }));
  });
})();
