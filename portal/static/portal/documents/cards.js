// A link with data-card shows in few words where it leads, while it is hovered over or focused. Without script it is a link.
(() => {
  if (!document.querySelector("a[data-card]")) return;
  const card = document.createElement("div");
  card.className = "link-card";
  card.id = "link-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.querySelector("main").append(card);
  const answers = new Map();
  let shownFor = null;
  let waiting = 0;

  const ask = (address) => {
    if (!answers.has(address)) {
      answers.set(address, fetch(address, { cache: "no-store" })
        .then((answer) => (answer.ok ? answer.text() : ""))
        .catch(() => { answers.delete(address); return ""; }));
    }
    return answers.get(address);
  };

  const hide = () => {
    clearTimeout(waiting);
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
    card.hidden = true;
  };

  const put = (link) => {
    const move = (left, top) => { card.style.left = `${left}px`; card.style.top = `${top}px`; };
    move(0, 0);
    const line = link.getBoundingClientRect(); // of all lines that the link stands on
    const box = card.getBoundingClientRect();
    const below = line.bottom + box.height + 8 < innerHeight || line.top < box.height;
    const farthest = document.documentElement.clientWidth - box.width - 8;
    const left = Math.max(8, Math.min(line.left, farthest));
    move(left - box.left, (below ? line.bottom : line.top - box.height) - box.top);
  };

  const show = async (link) => {
    hide();
    shownFor = link;
    const words = await ask(link.dataset.card);
    if (shownFor !== link || !words) return;
    card.innerHTML = words;
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    put(link);
  };

  const linkAt = (event) => event.target.closest?.("a[data-card]");
  document.addEventListener("mouseover", (event) => {
    const link = linkAt(event);
    clearTimeout(waiting);
    if (link) {
      if (link !== shownFor) waiting = setTimeout(() => show(link), 150);
    } else if (!event.target.closest?.(".link-card") && document.activeElement !== shownFor) {
      waiting = setTimeout(hide, 300);
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (shownFor) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
