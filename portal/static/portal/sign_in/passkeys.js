/*
 * Passkeys: a form marked data-passkey asks the browser before it is sent.
 *
 * data-passkey is "create" or "get"; what to ask for stands in the data block data-options names, or comes from the
 * address data-ask. Without this script such forms stay hidden or say that they need it.
 */
(() => {
  "use strict";

  if (!window.PublicKeyCredential) return;

  const toBytes = (text) => {
    const padded = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
  };
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const withBytes = (found) => found.map((one) => ({ ...one, id: toBytes(one.id) }));

  function creation({ publicKey }) {
    return {
      publicKey: {
        ...publicKey,
        challenge: toBytes(publicKey.challenge),
        user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
        excludeCredentials: withBytes(publicKey.excludeCredentials ?? []),
        // Kept on the device where it can be, so that it signs in without a user name too.
        authenticatorSelection: { ...publicKey.authenticatorSelection, residentKey: "preferred" },
      },
    };
  }

  function request({ publicKey }) {
    return {
      publicKey: {
        ...publicKey,
        challenge: toBytes(publicKey.challenge),
        allowCredentials: withBytes(publicKey.allowCredentials ?? []),
      },
    };
  }

  function told(credential) {
    const { response } = credential;
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    return {
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, toText(response[part])])),
    };
  }

  async function options(form) {
    if (!form.dataset.ask) return JSON.parse(document.getElementById(form.dataset.options).textContent);
    const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()).request_options;
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const error = form.querySelector("[data-passkey-error]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      error.hidden = true;
      try {
        const asked = await options(form);
        const credential = await (form.dataset.passkey === "create"
          ? navigator.credentials.create(creation(asked))
          : navigator.credentials.get(request(asked)));
        form.querySelector("[name=credential]").value = JSON.stringify(told(credential));
        form.submit();
      } catch {
        error.hidden = false;
      }
    });
  }
})();
