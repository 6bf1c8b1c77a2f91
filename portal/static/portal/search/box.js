// What suggests searches is fetched when a reader first goes to a search box: most pages are read without.
(() => {
  const { late, style } = document.currentScript.dataset;
  addEventListener("focusin", function load({ target }) {
    if (!target.matches?.("[data-suggest]")) return;
    removeEventListener("focusin", load);
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
    sheet.onload = () => import(late).catch(() => {});
    document.head.append(sheet);
  });
})();
