/*
 * Slugs in the admin, by the same rules as portal/text/slugs.py; tests/text/slug_cases.json is the table both satisfy.
 *
 * Wagtail's own script drops đ when a slug is typed. Its field listens for the title ("w-sync:check", "w-sync:apply")
 * and for its own "blur". We stand before it, in the capture phase, and hand it our slug, which it then leaves alone.
 */
(() => {
  "use strict";

  const LONGEST = 80;
  const UNDECOMPOSED = {
    đ: "d", Đ: "d", ð: "d", Ð: "d", ø: "o", Ø: "o", ł: "l", Ł: "l", ı: "i",
    ß: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe",
  };
  const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;

  const latin = (text) => text.replace(/[^\x00-\x7f]/g, (letter) => UNDECOMPOSED[letter] || letter);

  /** "Đảng uỷ đổi mới" → "dang-uy-doi-moi", cut between words. */
  function slugify(text, longest = LONGEST) {
    const plain = latin(text.replace(UNSEEN, "")).normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    const slug = latin(plain).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    if (slug.length <= longest) return slug;
    let cut = slug.slice(0, longest);
    if (slug[longest] !== "-" && cut.includes("-")) cut = cut.slice(0, cut.lastIndexOf("-"));
    return cut.replace(/-$/, "");
  }

  const isSlugField = (element) =>
    element instanceof HTMLInputElement && (element.dataset.controller || "").split(/\s+/).includes("w-slug");

  for (const name of ["w-sync:check", "w-sync:apply"]) {
    document.addEventListener(
      name,
      (event) => {
        if (isSlugField(event.target) && event.detail) event.detail.value = slugify(event.detail.value || "");
      },
      true,
    );
  }

  document.addEventListener(
    "blur",
    (event) => {
      if (isSlugField(event.target)) event.target.value = slugify(event.target.value);
    },
    true,
  );

  window.portalSlugify = slugify;
})();
