/*
 * Pasting in the admin: text of Word and old pages comes in clean, and text in a legacy encoding (TCVN3, VNI) is offered
 * converted. The server cleans (portal/admin/paste/views.py), so that paste and import follow the same rules.
 *
 * Rich text editors: the paste is held, cleaned, and put in at the cursor. Other fields: the paste goes in at once; when
 * it turns out to be in a legacy encoding, the person is asked and the pasted part is replaced.
 */
(() => {
  "use strict";

  const settings = document.currentScript.dataset;
  const ACCENTED = /[\u00a1-\u00ff]/;
  const OWN_COPY = /data-offset-key=|data-draftjs-conductor-fragment/;
  const PICTURE_DATA = /(\ssrc\s*=\s*["']?)data:[^"'>\s]*/gi;
  const PATIENCE = 15000;

  class Refused extends Error {}

  /** Ask the server what the pasted text is; throws with a message for the person when it cannot say. */
  async function examine(pasted) {
    const wagtail = JSON.parse(document.getElementById("wagtail-config").textContent);
    let answer;
    try {
      answer = await fetch(settings.url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "X-Requested-With": "XMLHttpRequest",
          [wagtail.CSRF_HEADER_NAME]: wagtail.CSRF_TOKEN,
        },
        body: JSON.stringify(pasted),
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Refused(settings.unreachable);
    }
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    const content = isJson ? await answer.json() : {};
    if (!answer.ok || !isJson) throw new Refused(content.error || settings.unreachable);
    return content;
  }

  function say(text, type = "warning") {
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { text, type, clear: true } }));
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /** A modal question; resolves to whether to convert. Escape keeps the text as it is. */
  function askToConvert(found) {
    const dialog = element("dialog", "portal-paste");
    const heading = element("h2", "", settings.question.replace("%s", found.legacy_name));
    heading.id = "portal-paste-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
    const samples = element("dl");
    for (const [label, sample] of [[settings.now, found.sample], [settings.then, found.converted_sample]]) {
      samples.append(element("dt", "", label), element("dd", "", sample));
    }
    const choices = element("div", "portal-paste__choices");
    const convert = element("button", "button", settings.convert);
    const keep = element("button", "button button-secondary", settings.keep);
    for (const button of [convert, keep]) button.type = "button";
    choices.append(convert, keep);
    dialog.append(heading, element("p", "", settings.explanation), samples, choices);
    document.body.append(dialog);
    return new Promise((resolve) => {
      convert.addEventListener("click", () => dialog.close("convert"));
      keep.addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "convert");
      });
      dialog.showModal();
      convert.focus();
    });
  }

  // Rich text editors

  /** The editor around ``target``; Wagtail hangs it on the hidden input beside the wrapper. */
  function editorOf(target) {
    const wrapper = target instanceof Element && target.closest("[data-draftail-editor-wrapper]");
    const field = wrapper && [...wrapper.parentNode.children].find((child) => child.draftailEditor);
    return field && field.draftailEditor;
  }

  /** Put ``content`` (Draft.js's raw form) in at the cursor; the editor itself drops what it does not allow. */
  function insert(editor, content) {
    const { DraftJS } = window;
    const state = editor.getEditorState();
    const fragment = DraftJS.convertFromRaw(content).getBlockMap();
    const merged = DraftJS.Modifier.replaceWithFragment(state.getCurrentContent(), state.getSelection(), fragment);
    editor.onChange(DraftJS.EditorState.push(state, merged, "insert-fragment"));
    requestAnimationFrame(() => editor.focus());
  }

  async function pasteInto(editor, pasted, plain) {
    try {
      const found = await examine(pasted);
      const convert = found.legacy && (await askToConvert(found));
      insert(editor, convert ? found.converted : found.content);
      if (found.notes.length) say(found.notes.join(" "));
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      insert(editor, rawFromText(plain));
      say(problem.message, "error");
    }
  }

  /** The pasted text without any markup: a paragraph for each line. */
  function rawFromText(text) {
    const lines = text.normalize("NFC").split(/\s*\n\s*/).filter((line) => line.trim());
    return window.DraftJS.convertToRaw(window.DraftJS.ContentState.createFromText(lines.join("\n")));
  }

  // Other fields

  const isTextField = (target) =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ["text", "search"].includes(target.type));

  /** Called before the browser pastes: what it puts in is read off the field afterwards. */
  async function offerIn(field) {
    const start = field.selectionStart;
    const untouched = field.value.length - (field.selectionEnd - start);
    await new Promise((resolve) => setTimeout(resolve));
    const text = field.value.slice(start, start + field.value.length - untouched);
    let found;
    try {
      found = await examine({ text });
    } catch {
      return; // The text is in the field as pasted; nothing is lost.
    }
    if (!found.legacy || !(await askToConvert(found))) return;
    const end = start + text.length;
    if (field.value.slice(start, end) !== text) return;
    field.focus();
    field.setRangeText(found.converted_text, start, end, "end");
    for (const name of ["input", "keyup", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  document.addEventListener(
    "paste",
    (event) => {
      if (!event.clipboardData || event.clipboardData.files.length) return;
      const html = event.clipboardData.getData("text/html");
      const text = event.clipboardData.getData("text/plain");
      const editor = editorOf(event.target);
      if (editor && window.DraftJS) {
        if (html ? OWN_COPY.test(html) : !ACCENTED.test(text)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        pasteInto(editor, html ? { html: html.replace(PICTURE_DATA, "$1") } : { text }, text);
      } else if (isTextField(event.target) && ACCENTED.test(text)) {
        offerIn(event.target);
      }
    },
    true,
  );
})();
