// Suggestions below a search box, as a combobox with a list (WAI-ARIA Authoring Practices). The form stays as it is:
// Enter without a chosen line searches, and when no suggestion comes nothing changes.
const PAUSE = 150; // ms without a key
const element = (name, values = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

function combobox(input, number) {
  const id = `suggestions-${number}`;
  const list = element("div", { id, role: "listbox", class: "suggestions", hidden: "" });
  const status = element("div", { role: "status", class: "visually-hidden" });
  input.closest("header, main").append(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id], ["aria-expanded", false]]) {
    input.setAttribute(name, value);
  }
  let options = [];
  let chosen = -1;
  let waiting = 0;
  let asking = null;
  let composing = false;

  const choose = (place) => {
    options[chosen]?.setAttribute("aria-selected", false);
    chosen = place;
    const option = options[place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", true);
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", open);
    if (open) put(); else choose(-1);
  };
  const stop = () => { clearTimeout(waiting); asking?.abort(); show(false); };

  // Below the line of the box; what is wider grows to the left, and never over the edge of the window.
  const put = () => {
    const line = input.parentElement.getBoundingClientRect();
    const move = (left, top) => { list.style.left = `${left}px`; list.style.top = `${top}px`; };
    move(0, 0);
    list.style.minWidth = `${line.width}px`;
    const box = list.getBoundingClientRect();
    move(Math.min(line.left, Math.max(8, line.right - box.width)) - box.left, line.bottom + 4 - box.top);
  };

  const marked = ({ text, marks }) => {
    const letters = [...text]; // places are those of letters, not of UTF-16
    const pieces = [];
    let place = 0;
    for (const [start, end] of marks) {
      pieces.push(letters.slice(place, start).join(""), element("b", {}, letters.slice(start, end).join("")));
      place = end;
    }
    return [...pieces, letters.slice(place).join("")];
  };
  const fill = ({ label, groups, told }) => {
    options = [];
    const shown = groups.map((group) => {
      const heading = `${id}-${group.kind}`;
      const lines = group.suggestions.map((one) => {
        const option = element("a", { id: `${id}-${options.length}`, class: "suggestions__option", role: "option", href: one.url, tabindex: -1, "aria-selected": false }, ...marked(one));
        options.push(option);
        return option;
      });
      return element("div", { role: "group", "aria-labelledby": heading }, element("div", { id: heading, class: "suggestions__kind", role: "presentation" }, group.label), ...lines);
    });
    list.setAttribute("aria-label", label);
    list.replaceChildren(...shown);
    status.textContent = told;
    chosen = -1;
    show(options.length > 0);
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(input.value)}`, { signal });
      const found = await answer.json();
      if (!signal.aborted && document.activeElement === input) fill(found);
    } catch {
      if (!signal.aborted) show(false); // without suggestions the box is a box
    }
  };
  const typed = () => {
    clearTimeout(waiting);
    choose(-1);
    if (composing) return;
    if (input.value.trim().length < 2) { options = []; status.textContent = ""; stop(); } else waiting = setTimeout(ask, PAUSE);
  };

  input.addEventListener("compositionstart", () => { composing = true; clearTimeout(waiting); });
  input.addEventListener("compositionend", () => { composing = false; typed(); });
  input.addEventListener("input", typed);
  input.addEventListener("blur", stop);
  input.form.addEventListener("submit", stop);
  addEventListener("resize", () => list.hidden || put());
  addEventListener("pagehide", stop);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  input.addEventListener("keydown", (event) => {
    if (composing || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      if (list.hidden) show(true);
      const places = options.length + 1; // the box itself is one of them
      choose((chosen + 1 + step + places) % places - 1);
    } else if (event.key === "Enter" && options[chosen]) {
      event.preventDefault();
      const { href } = options[chosen];
      stop();
      location.assign(href);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      stop();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      choose(-1);
    }
  });
  if (document.activeElement === input) typed();
}

document.querySelectorAll("[data-suggest]").forEach(combobox);
