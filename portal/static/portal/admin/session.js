/*
 * Nothing typed is lost when the session ends while someone writes (portal/admin/session.py).
 *
 * Before a form of the admin is sent, the session is asked for. When it is over, or the portal does not answer, the form
 * stays on the page. The person signs in in another tab; then the forms here get the new token and can be sent. Wagtail
 * reads its token once and keeps it, hence the new one is also put into its requests.
 */
(() => {
  "use strict";

  const words = document.currentScript.dataset;
  const PATIENCE = 15000;
  const WATCH_EVERY = 60000;
  const WAIT_EVERY = 3000;
  const TOKEN_FIELD = "csrfmiddlewaretoken";

  const plainFetch = window.fetch.bind(window);
  const wagtail = JSON.parse(document.getElementById("wagtail-config")?.textContent || "{}");
  let freshToken = "";
  let startedBy = null;
  let dialog = null;
  let ledToSignIn = false;

  const signInPath = new URL(words.signIn, window.location.href).pathname;

  window.fetch = async (resource, options) => {
    const header = wagtail.CSRF_HEADER_NAME;
    const sent = options?.headers;
    const takesToken = freshToken && header && sent && !(sent instanceof Headers) && header in sent;
    const answer = await plainFetch(
      resource,
      takesToken ? { ...options, headers: { ...sent, [header]: freshToken } } : options,
    );
    ledToSignIn = answer.redirected && new URL(answer.url).pathname === signInPath;
    return answer;
  };

  /** The state of the session, or null when the portal does not answer. */
  async function ask() {
    try {
      const answer = await plainFetch(words.state, {
        cache: "no-store",
        credentials: "same-origin",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) return null;
      return await answer.json();
    } catch {
      return null;
    }
  }

  function say(text, type) {
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { text, type, clear: true } }));
  }

  function use(state) {
    freshToken = state.token;
    for (const field of document.getElementsByName(TOKEN_FIELD)) field.value = state.token;
    startedBy ??= state.user;
  }

  /** Whether the session is another person's by now than the one who opened the page; says so. */
  function isOther(state) {
    const other = startedBy !== null && startedBy !== state.user;
    if (other) say(words.other.replace("%s", state.name), "warning");
    return other;
  }

  /** Take the token of a running session, after one warning when it is another person's: who then sends, means it. */
  function takeOver(state) {
    const other = isOther(state);
    if (other) startedBy = state.user;
    use(state);
    return other;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function showDialog() {
    if (dialog) return;
    dialog = element("dialog", "portal-dialog");
    const heading = element("h2", "", words.heading);
    heading.id = "portal-session-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
    const link = element("a", "button", words.signInLabel);
    link.href = words.signIn;
    link.target = "_blank";
    const close = element("button", "button button-secondary", words.close);
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    const waiting = element("p", "portal-dialog__note", "");
    link.addEventListener("click", () => (waiting.textContent = words.waiting));
    const choices = element("div", "portal-dialog__choices");
    choices.append(link, close);
    dialog.append(heading, element("p", "", words.explanation), choices, waiting);
    document.body.append(dialog);
    const timer = setInterval(look, WAIT_EVERY);
    dialog.addEventListener("close", () => {
      clearInterval(timer);
      dialog.remove();
      dialog = null;
    });
    dialog.showModal();
    link.focus();
  }

  /** Ask again while the dialog is open, and when the person comes back to this tab. */
  async function look() {
    const state = await ask();
    if (!state?.user || !dialog) return;
    dialog.close();
    if (!takeOver(state)) say(words.back, "success");
  }

  /** Whether forms may be sent now; says why not. */
  async function mayBeSent() {
    const state = await ask();
    if (state === null) {
      say(words.unreachable, "error");
      return false;
    }
    if (!state.user) {
      showDialog();
      return false;
    }
    return !takeOver(state);
  }

  // What a form saves by itself: from then on it stands on that version, and it names it when a button is pressed. A
  // button waits until the version is known, and nothing is saved by itself behind it: the portal takes a form that
  // names an older version than the newest for one that does not know what somebody else wrote.

  let leaving = false;
  let ownVersion = Promise.resolve();
  let ownVersionIsKnown = () => {};

  document.addEventListener("w-autosave:save", (event) => {
    if (leaving) event.preventDefault();
    else ownVersion = new Promise((known) => (ownVersionIsKnown = known));
  });

  // Before Wagtail takes the form as it is now for the one without changes.
  document.addEventListener(
    "w-autosave:success",
    ({ target, detail }) => {
      const { revision_id: version, revision_created_at: moment } = detail?.response ?? {};
      const fields = target instanceof HTMLFormElement && version ? target.elements : {};
      if (fields.loaded_revision_id) fields.loaded_revision_id.value = version;
      if (fields.loaded_revision_created_at) fields.loaded_revision_created_at.value = moment;
      ownVersionIsKnown();
    },
    true,
  );

  document.addEventListener("w-autosave:error", () => ownVersionIsKnown());

  const patience = () => new Promise((over) => setTimeout(over, PATIENCE));

  // Forms that are sent by the browser itself

  // Wagtail writes a decision into the form before it is sent. Left there it would go along with the next save.
  const DECISION = "[name=action-workflow-action], [name=workflow-action-name], [name=workflow-action-extra-data]";

  const checked = new WeakSet();

  // After a decision with a note Wagtail sends the form past everything that listens to that.
  for (const form of document.querySelectorAll("[data-edit-form]")) form.submit = () => form.requestSubmit();

  document.addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
      if (checked.delete(form)) return;
      if (!form.matches("[data-edit-form], #main form") || form.closest(".modal")) return;
      const submitter = event.submitter;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (leaving) return; // pressed again before the answer is there
      leaving = true;
      await Promise.race([ownVersion, patience()]);
      const goes = await mayBeSent();
      if (goes) patience().then(() => (leaving = false)); // long after the page is gone, unless something kept it
      else leaving = false;
      if (!goes) {
        for (const field of form.querySelectorAll(DECISION)) field.remove();
        for (const button of document.querySelectorAll("[disabled].button-longrunning-active")) button.disabled = false;
        return;
      }
      checked.add(form);
      // Wagtail disables the button while the form is under way, and a disabled button is not sent: then “publish”
      // would only save.
      if (submitter) submitter.disabled = false;
      form.requestSubmit(submitter?.isConnected && submitter.form === form ? submitter : undefined);
    },
    true,
  );

  // What Wagtail saves by itself while one types

  // Before Wagtail says in its own words that the server failed.
  document.addEventListener(
    "w-autosave:error",
    ({ detail }) => {
      if (ledToSignIn && detail?.type === "server_error") detail.text = words.heading;
    },
    true,
  );

  document.addEventListener("w-autosave:error", async (event) => {
    if (event.detail?.type !== "server_error") return;
    const state = await ask();
    if (state?.user && isOther(state)) return; // nothing is saved by itself under another name
    await mayBeSent();
  });

  // A page that stands open

  if (document.querySelector("[data-edit-form]")) {
    ask().then((state) => state?.user && use(state));
    setInterval(async () => {
      if (document.visibilityState !== "visible" || dialog) return;
      const state = await ask();
      if (state && !state.user) showDialog();
      else if (state && (startedBy === null || startedBy === state.user)) use(state); // another's waits until one saves
    }, WATCH_EVERY);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && dialog) look();
  });
  window.addEventListener("focus", () => dialog && look());
})();
