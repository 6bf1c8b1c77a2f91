// Stories, galleries, notices: back, print, share, lists that page on.
(() => {
  const back = document.querySelector("[data-back]");
  const list = (() => { try { return sessionStorage.getItem("portal.list"); } catch { return null; } })();
  if (back && list) {
    back.href = list;
    back.addEventListener("click", (event) => {
      if (document.referrer !== list || history.length < 2) return;
      event.preventDefault();
      history.back();
    });
  }

  document.querySelector("[data-print]")?.addEventListener("click", () => print());

  const share = document.querySelector("[data-share]");
  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => navigator.share({ title: share.dataset.title, url: share.dataset.url }).catch(() => {}));
  }

  const copy = document.querySelector("[data-copy]");
  copy?.addEventListener("click", async () => {
    const label = copy.querySelector("[data-copy-label]");
    const before = label.textContent;
    try { await navigator.clipboard.writeText(copy.dataset.copy); } catch { return; }
    label.textContent = copy.dataset.done;
    setTimeout(() => { label.textContent = before; }, 2500);
  });

  // Stories that htmx added: reading goes on at the first of them.
  document.addEventListener("htmx:load", ({ detail }) => {
    if (detail.elt.matches?.(".neighbours__page")) detail.elt.querySelector("a")?.focus();
  });
})();
