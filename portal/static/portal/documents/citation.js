// The official citation is copied; where the browser does not allow that, it is selected for the reader to copy.
(() => {
  const button = document.querySelector("[data-copy-citation]");
  const words = document.querySelector("[data-citation]");
  const said = document.querySelector("[data-citation-said]");
  if (!button || !words || !said) return;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      said.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(words);
      said.textContent = button.dataset.selected;
    }
    setTimeout(() => { said.textContent = ""; }, 6000);
  });
})();
