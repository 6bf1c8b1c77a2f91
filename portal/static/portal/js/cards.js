// A link with data-card shows in few words where it leads, while it is hovered over or focused. Without script it is a link.
(() => {
  if (!document.querySelector("a[data-card]")) return;
  const card = document.createElement("div");
  card.className = "link-card";
  card.id = "link-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
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
    const line = link.getBoundingClientRect(); // of all lines that the link stands on
    const box = card.getBoundingClientRect();
    const below = line.bottom + box.height + 8 < innerHeight || line.top < box.height;
    const left = Math.min(Math.max(8, line.left), Math.max(8, document.documentElement.clientWidth - box.width - 8));
    card.style.setProperty("left", `${left + scrollX}px`);
    card.style.setProperty("top", `${(below ? line.bottom : line.top - box.height) + scrollY}px`);
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
