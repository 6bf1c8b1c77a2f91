// Before the first paint: marks that script runs and applies what the reader chose.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-script", "js");
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const size = kept("portal.textSize");
  const contrast = kept("portal.contrast") || (matchMedia("(prefers-contrast: more)").matches ? "more" : "");
  if (/^(112|125|150)$/.test(size)) root.dataset.textSize = size;
  if (contrast === "more") root.dataset.contrast = contrast;
})();
