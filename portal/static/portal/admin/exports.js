/* While a file is written, its row says how far it is. Without this, whoever opens the page again sees the same. */
(() => {
  "use strict";

  const EVERY = 2000;
  const place = document.getElementById("export-files");

  const look = async () => {
    try {
      const answer = await fetch(place.dataset.files, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || answer.redirected) return;
      const focused = place.contains(document.activeElement);
      if (!focused) place.innerHTML = await answer.text();
    } catch {
      // the network is away for a moment
    }
    watch();
  };
  const watch = () => {
    if (place.querySelector("[data-waiting]")) setTimeout(look, EVERY);
  };
  watch();
})();
