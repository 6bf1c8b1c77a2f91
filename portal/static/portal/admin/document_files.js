/*
 * Uploading a file in the form of a document: in a request of its own, so that the form saves itself as ever and keeps what
 * was typed. What is uploaded is chosen in its row.
 */
(() => {
  "use strict";

  const box = (input) => input.closest("[data-document-file]");

  function say(row, text, isError = false) {
    const said = row.querySelector(".document-file__said");
    said.textContent = text;
    said.classList.toggle("document-file__said--error", isError);
  }

  function choose(row, { id, label }) {
    const select = row.querySelector("select");
    const known = [...select.options].find((option) => option.value === String(id));
    if (!known) select.add(new Option(label, id));
    select.value = String(id);
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
  }

  function upload(input) {
    const row = box(input);
    const [file] = input.files;
    input.value = ""; // the same file may be chosen again
    if (!file) return;
    if (file.size > Number(row.dataset.mostBytes)) return say(row, row.dataset.tooLarge, true);

    const progress = row.querySelector("progress");
    const request = new XMLHttpRequest();
    const end = (text, isError) => {
      progress.hidden = true;
      input.disabled = false;
      say(row, text, isError);
    };
    request.upload.addEventListener("progress", ({ loaded, total }) => (progress.value = total ? (loaded / total) * 100 : 0));
    request.addEventListener("error", () => end(row.dataset.broken, true));
    request.addEventListener("load", () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // a page instead of an answer: signed out, or a server in between refused
      }
      if (!answer.id) return end(answer.error || row.dataset.broken, true);
      choose(row, answer);
      end(row.dataset.done, false);
    });
    request.open("POST", `${row.dataset.uploadUrl}?ten=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRFToken", document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "");
    progress.value = 0;
    progress.hidden = false;
    input.disabled = true;
    say(row, row.dataset.uploading);
    request.send(file);
  }

  function leadTo(row, id) {
    const link = row.querySelector(".document-file__show");
    link.hidden = !id;
    if (id) link.href = link.dataset.showUrl.replace("/0/", `/${id}/`);
  }

  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLElement) || !box(target)) return;
    if (target.matches(".document-file__input")) upload(target);
    else if (target.matches("select")) leadTo(box(target), target.value);
  });
})();
