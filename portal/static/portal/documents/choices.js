// A list of boxes gets a search box. What is chosen stays in sight, whatever is typed.
(() => {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

  const grow = (group) => {
    const choices = [...group.querySelectorAll("label")].map((label) => (
      { row: label.parentElement, name: label.textContent.trim(), words: plain(label.textContent), box: label.querySelector("input") }
    ));
    const search = document.createElement("input");
    search.type = "search";
    search.className = "document-choices__search";
    search.placeholder = group.dataset.search;
    search.setAttribute("aria-label", group.dataset.search);
    const said = document.createElement("p");
    said.className = "document-choices__said";
    said.setAttribute("role", "status");
    const show = () => {
      const wanted = plain(search.value).split(/\s+/).filter(Boolean);
      for (const { row, words, box } of choices) row.hidden = !box.checked && !wanted.every((word) => words.includes(word));
      const chosen = choices.filter(({ box }) => box.checked).map(({ name }) => name).join("; ");
      const none = choices.every(({ row }) => row.hidden) ? group.dataset.none : "";
      said.textContent = chosen ? `${group.dataset.chosen} ${chosen}` : none;
    };
    search.addEventListener("input", show);
    search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    group.addEventListener("change", show);
    group.prepend(search, said);
    show();
  };

  const all = () => document.querySelectorAll("[data-document-choices]").forEach(grow);
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", all) : all();
})();
