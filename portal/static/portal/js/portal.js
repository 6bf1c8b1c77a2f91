const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* for this page only */ } };

function menuPanel() {
  const panel = one("[data-menu-panel]");
  const opener = one("[data-menu-open]");
  if (!panel || !opener) return;
  const toggle = (open) => {
    panel.classList.toggle("is-open", open);
    document.body.classList.toggle("menu-open", open);
    opener.setAttribute("aria-expanded", open);
    for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"], ["aria-label", opener.textContent]]) {
      open ? panel.setAttribute(name, value) : panel.removeAttribute(name);
    }
    (open ? one("[data-menu-close]") : opener).focus();
  };
  opener.addEventListener("click", () => toggle(true));
  one("[data-menu-close]").addEventListener("click", () => toggle(false));
  panel.addEventListener("keydown", (event) => {
    if (!panel.classList.contains("is-open")) return;
    if (event.key === "Escape") toggle(false);
    if (event.key !== "Tab") return;
    const stops = all("a, button:enabled", panel).filter((element) => element.offsetParent);
    if (event.shiftKey) stops.reverse();
    if (document.activeElement === stops.at(-1)) { event.preventDefault(); stops[0].focus(); }
  });
}

function submenus() {
  const buttons = all("[data-disclose]");
  const close = (except) => buttons.forEach((button) => button !== except && button.setAttribute("aria-expanded", "false"));
  const isBar = () => !one("[data-menu-open]").offsetParent; // layout.css says when
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (isBar()) close(button);
      button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
    });
    const item = button.parentElement;
    item.addEventListener("keydown", (event) => {
      if (!isBar() || event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      event.stopPropagation();
      close();
      button.focus();
    });
    item.addEventListener("focusout", (event) => isBar() && !item.contains(event.relatedTarget) && close());
  }
  document.addEventListener("click", (event) => isBar() && !event.target.closest(".menu__item") && close());
}

function bar() {
  const stays = one("[data-site-bar]");
  const masthead = one(".masthead");
  if (stays && masthead) new IntersectionObserver((seen) => stays.classList.toggle("is-stuck", !seen.at(-1).isIntersecting)).observe(masthead);
}

// The server's time, kept going; nothing unless it answered.
async function clock() {
  const line = one("[data-clock]");
  if (!line) return;
  const answer = await fetch(line.dataset.clock, { credentials: "omit" }).catch(() => 0);
  if (!answer.ok) return;
  const ahead = Date.parse((await answer.json()).iso) - Date.now();
  const days = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
  const show = () => {
    const now = new Date(Date.now() + ahead + 7 * 36e5);
    const [year, month, day, hour, minute] = now.toISOString().split(/\D/);
    line.textContent = `${days[now.getUTCDay()]}, ${day}/${month}/${year}, ${hour}:${minute}`;
  };
  show();
  setInterval(show, 5000);
}

function readingControls() {
  const root = document.documentElement;
  const sizes = ["100", "112", "125", "150"];
  const show = () => {
    const size = root.dataset.textSize || "100";
    all("[data-text-size-value]").forEach((output) => { output.value = `${size}%`; });
    all("[data-text-size-step]").forEach((button) => { button.disabled = !sizes[sizes.indexOf(size) + +button.dataset.textSizeStep]; });
    all("[data-contrast-toggle]").forEach((button) => button.setAttribute("aria-pressed", root.dataset.contrast === "more"));
  };
  all("[data-text-size-step]").forEach((button) => button.addEventListener("click", () => {
    const size = sizes[sizes.indexOf(root.dataset.textSize || "100") + +button.dataset.textSizeStep];
    root.dataset.textSize = size;
    keep("portal.textSize", size);
    show();
  }));
  all("[data-contrast-toggle]").forEach((button) => button.addEventListener("click", () => {
    const more = root.dataset.contrast !== "more";
    more ? root.dataset.contrast = "more" : delete root.dataset.contrast;
    keep("portal.contrast", more ? "more" : "normal");
    show();
  }));
  show();
}

function tabs() {
  for (const set of all("[data-tabs]")) {
    const buttons = all("[role=tab]", set);
    const panels = buttons.map((button) => document.getElementById(button.getAttribute("aria-controls")));
    panels.forEach((panel, index) => { panel.setAttribute("role", "tabpanel"); panel.setAttribute("aria-labelledby", buttons[index].id); });
    const select = (chosen) => buttons.forEach((button, index) => {
      button.setAttribute("aria-selected", index === chosen);
      button.tabIndex = index === chosen ? 0 : -1;
      panels[index].classList.toggle("is-shown", index === chosen);
      panels[index].classList.toggle("is-away", index !== chosen);
    });
    buttons.forEach((button, index) => {
      button.addEventListener("click", () => select(index));
      button.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!step) return;
        const next = (index + step + buttons.length) % buttons.length;
        select(next);
        buttons[next].focus();
      });
    });
  }
}

// A list remembers itself, so that a story's [Trở về] leads there.
if (one("[data-list]")) { try { sessionStorage.setItem("portal.list", location.href); } catch { /* the link keeps its section */ } }

menuPanel(); submenus(); bar(); clock(); readingControls(); tabs();
