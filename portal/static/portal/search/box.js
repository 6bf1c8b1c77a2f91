(({ late, style: href }) => {
  addEventListener("focusin", function load({ target }) {
    if (!target.dataset?.suggest) return;
    removeEventListener("focusin", load);
    const onload = () => import(late);
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload }));
  });
})(document.currentScript.dataset);
