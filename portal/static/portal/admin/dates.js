/*
 * Dates in the admin as they are written here (portal/admin/dates.py says why).
 *
 * Wagtail gives every box for a date a calendar (jQuery datetimepicker) by one call. That call is wrapped: the calendar no
 * longer rewrites the box when one leaves it. What can be read as a date is written out as dd/mm/yyyy hh:mm and followed by
 * the calendar while one types, which goes when all is said: it lies over what comes next in a dialog or on a phone. What
 * cannot be read stays as it was typed, and the server says so.
 */
(() => {
  "use strict";

  const words = document.currentScript.dataset;
  const { jQuery } = window;
  const makePicker = jQuery?.fn.datetimepicker;
  if (!makePicker) return;

  const DAY = String.raw`(?:(?<d>\d{1,2})\s*[\/.\-]\s*(?<m>\d{1,2})\s*[\/.\-]\s*(?<y>\d{4})|(?<iy>\d{4})-(?<im>\d{1,2})-(?<id>\d{1,2}))`;
  const TIME = String.raw`(?<hour>\d{1,2})[:hg](?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?`;
  const DAY_FIRST = new RegExp(`^${DAY}(?:(?:\\s*,\\s*|\\s+|T)${TIME})?$`);
  const TIME_FIRST = new RegExp(`^${TIME}(?:\\s*,\\s*|\\s+)${DAY}$`);
  const TIME_ONLY = new RegExp(`^${TIME}$`);

  /** Boxes with a calendar, and what it was made with. */
  const pickers = new WeakMap();

  const two = (number) => String(number).padStart(2, "0");

  /** The moment typed, or null where there is none or no such day. */
  function read(text, { datepicker = true }) {
    const typed = text.trim();
    const found = (datepicker ? DAY_FIRST.exec(typed) || TIME_FIRST.exec(typed) : TIME_ONLY.exec(typed))?.groups;
    if (!found) return null;
    const [hour, minute] = [Number(found.hour || 0), Number(found.minute || 0)];
    if (hour > 23 || minute > 59) return null;
    if (!datepicker) return new Date(new Date().setHours(hour, minute, 0, 0));
    const [year, month, day] = [found.y || found.iy, found.m || found.im, found.d || found.id].map(Number);
    const moment = new Date(year, month - 1, day, hour, minute);
    moment.setFullYear(year); // the constructor takes the years 0 to 99 for those of the last century
    return moment.getMonth() === month - 1 && moment.getDate() === day ? moment : null;
  }

  function written(moment, { datepicker = true, timepicker = true }) {
    const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${String(moment.getFullYear()).padStart(4, "0")}`;
    const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
    return [datepicker && day, timepicker && time].filter(Boolean).join(" ");
  }

  const sameDay = (one, other) => one.toDateString() === other.toDateString();

  /** Only the day that the box holds is marked as chosen. */
  function markChosen(current, box) {
    const chosen = read(box.val(), pickers.get(box[0]) || {});
    if (chosen && current && sameDay(chosen, current)) return;
    jQuery(this).find(".xdsoft_datepicker .xdsoft_current:not(.xdsoft_today)").removeClass("xdsoft_current");
  }

  /** Boxes in which a whole moment was typed since they were entered. */
  const typed = new WeakSet();

  /**
   * The calendar comes a moment after the box was entered: who has gone on by then, or typed all there is to say, is not
   * stood in the way of.
   */
  function isWanted(_current, box) {
    return document.activeElement === box[0] && !typed.has(box[0]);
  }

  /** Whether the text names all that the calendar would ask for. */
  function isWhole(text, { datepicker = true, timepicker = true }) {
    return !(datepicker && timepicker) || /[:hg]/.test(text);
  }

  function hint({ datepicker = true, timepicker = true }) {
    return datepicker && timepicker ? words.datetime : datepicker ? words.date : words.time;
  }

  jQuery.fn.datetimepicker = Object.assign(function (options, ...others) {
    if (typeof options === "string") return makePicker.call(this, options, ...others);
    const ours = { ...options, validateOnBlur: false, onGenerate: markChosen, onShow: isWanted };
    this.each((_index, box) => {
      pickers.set(box, ours);
      if (!box.placeholder) box.placeholder = hint(ours);
    });
    return makePicker.call(this, ours, ...others);
  }, makePicker);

  document.addEventListener(
    "input",
    (event) => {
      const options = pickers.get(event.target);
      const moment = options && read(event.target.value, options);
      if (!moment) return;
      const box = jQuery(event.target);
      box.data("xdsoft_datetimepicker")?.data("xdsoft_datetime")?.setCurrentTime(moment);
      if (!isWhole(event.target.value, options)) return;
      typed.add(event.target);
      box.datetimepicker("hide");
    },
    true,
  );

  for (const kind of ["focusin", "pointerdown"]) {
    document.addEventListener(kind, ({ target }) => typed.delete(target), true);
  }

  // Before anyone else hears of the change.
  document.addEventListener(
    "change",
    (event) => {
      const options = pickers.get(event.target);
      const moment = options && read(event.target.value, options);
      if (moment) event.target.value = written(moment, options);
    },
    true,
  );
})();
