// Keeps a sheet while a person types: in this browser at once, with the server after a pause, and
// again when a lost line is back. Without it the button "Save" does the same.
"use strict";

const PAUSE = 1500, FIRST = 3000, LONGEST = 60000, MARKS = "@";
const form = document.getElementById("sheet");
const done = document.querySelector("[data-sent]");
if (form) { keepSheet(); }
else if (done) { forgetSheet(`birlik-sheet-${done.dataset.sent}`); }

// What this window has just sent with the whole form needs no keeping; what another has sent, does.
function forgetSheet(key) {
  try {
    if (sessionStorage.getItem(key)) { localStorage.removeItem(key); sessionStorage.removeItem(key); }
  } catch { /* forbidden */ }
}

function keepSheet() {
  const KEY = `birlik-sheet-${form.dataset.key}`;
  const status = form.querySelector("[data-status]");
  let timer = 0, busy = false, leaving = false, pause = FIRST, saved = "";

  // What is not saved yet: row → { marks: what stood there when it was begun, cells: code → value }.
  const stored = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } };
  const store = (rows) => {
    try {
      if (Object.keys(rows).length) { localStorage.setItem(KEY, JSON.stringify(rows)); }
      else { localStorage.removeItem(KEY); }
    } catch { /* full or forbidden */ }
    kept = rows;
  };
  let kept = stored();

  const named = (row, code) => form.elements.namedItem(`${row}-${code}`);
  const parts = (name) => { const at = name.indexOf("-"); return [name.slice(0, at), name.slice(at + 1)]; };
  const marksOf = (row) => named(row, MARKS)?.value ?? "";
  const say = (words, unsaved) => { status.textContent = words; status.classList.toggle("unsaved", Boolean(unsaved)); };
  const later = (after) => { clearTimeout(timer); timer = setTimeout(() => send(), after); };

  function setMarks(row, marks) {
    let field = named(row, MARKS);
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = `${row}-${MARKS}`;
      document.getElementById(`r${row}`).append(field);
    }
    field.value = marks;
  }

  function changed(field) {
    const [row, code] = parts(field.name);
    if (!/^\d+$/.test(row) || code === MARKS) { return; }
    const rows = stored();
    rows[row] ??= { marks: marksOf(row), cells: {} };
    rows[row].cells[code] = field.value;
    store(rows);
    say(form.dataset.unsaved, true);
    later(PAUSE);
  }

  // Cells that wait for a choice, or cannot be read, are sent again only when they are changed.
  function sendable() {
    const found = {};
    for (const [row, { marks, cells }] of Object.entries(kept)) {
      const free = Object.entries(cells).filter(([code, value]) => {
        const field = named(row, code);
        return field && !field.dataset.waits && field.dataset.wrong !== value;
      });
      if (free.length) { found[row] = { marks, cells: Object.fromEntries(free) }; }
    }
    return found;
  }

  async function send(keepalive = false) {
    const rows = sendable();
    if (busy || leaving || !Object.keys(rows).length) { return; }
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [row, { marks, cells }] of Object.entries(rows)) {
      body.set(`${row}-${MARKS}`, marks);
      for (const [code, value] of Object.entries(cells)) { body.set(`${row}-${code}`, value); }
    }
    busy = true;
    say(form.dataset.saving, true);
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, keepalive, redirect: "manual", headers: { Accept: "application/json" },
      });
      const json = answer.headers.get("content-type")?.startsWith("application/json");
      if (json && answer.ok) { heard(await answer.json(), rows); }
      else { say(json ? (await answer.json()).reason : form.dataset.away, true); again(); }
    } catch {
      say(form.dataset.offline, true);
      again();
    } finally {
      busy = false;
    }
  }

  function again() {
    later(pause);
    pause = Math.min(pause * 2, LONGEST);
  }

  function heard(told, sent) {
    pause = FIRST;
    const rows = stored();
    for (const [row, answer] of Object.entries(told.rows)) {
      for (const [code, value] of Object.entries(sent[row]?.cells ?? {})) {
        const field = named(row, code);
        tell(field, answer.faults[code], value);
        if (answer.there[code]) { ask(row, code, field, answer); }
        else if (!answer.faults[code] && rows[row]?.cells[code] === value) { delete rows[row].cells[code]; }
      }
      setMarks(row, answer.marks);
      // What was typed since, and cells that cannot be read, go on from what is there now.
      if (rows[row]) { rows[row].marks = holding(row, rows[row].marks, answer.marks); }
      if (rows[row] && !Object.keys(rows[row].cells).length) { delete rows[row]; }
    }
    store(rows);
    const wrong = form.querySelector("[data-wrong], [data-waits]");
    const filled = `${told.filled} / ${form.dataset.many}`;
    saved = `${form.dataset.saved} ${told.at} · ${filled}`;
    say(wrong ? `${form.dataset.wrong} · ${filled}` : saved, wrong);
    if (Object.keys(sendable()).length) { say(form.dataset.unsaved, true); later(PAUSE); }
  }

  // The new marks of a row, but the old ones of the cells that wait for a choice.
  function holding(row, before, now) {
    const words = (text) => Object.fromEntries(text.split(" ").filter(Boolean).map((word) => word.split(":")));
    const [old, found] = [words(before), words(now)];
    for (const code of Object.keys(kept[row]?.cells ?? {})) {
      if (named(row, code)?.dataset.waits) {
        if (old[code]) { found[code] = old[code]; } else { delete found[code]; }
      }
    }
    return Object.entries(found).map((pair) => pair.join(":")).join(" ");
  }

  function tell(field, reason, value) {
    const label = field.closest("label");
    label.querySelector(".wrong")?.remove();
    field.toggleAttribute("aria-invalid", false);
    delete field.dataset.wrong;
    if (!reason) { return; }
    field.dataset.wrong = value;
    field.setAttribute("aria-invalid", "true");
    label.append(element("span", "wrong", reason));
  }

  function element(name, kind, words) {
    const made = document.createElement(name);
    made.className = kind;
    made.textContent = words;
    return made;
  }

  function ask(row, code, field, answer) {
    const [value, words] = answer.there[code];
    const place = field.closest("label");
    place.querySelector(".other")?.remove();
    field.dataset.waits = "1";
    const box = element("span", "other", `${form.dataset.meanwhile} `);
    box.append(element("q", "", words || form.dataset.empty));
    const settle = (taken) => {
      const rows = stored();
      delete field.dataset.waits;
      box.remove();
      if (taken) {
        field.value = value;
        if (rows[row]) { delete rows[row].cells[code]; }
        if (rows[row] && !Object.keys(rows[row].cells).length) { delete rows[row]; }
      } else if (rows[row]) {
        rows[row].marks = holding(row, rows[row].marks, marksOf(row));
        rows[row].cells[code] = field.value;
      }
      store(rows);
      const waits = form.querySelector("[data-wrong], [data-waits]");
      say(!taken ? form.dataset.unsaved : waits ? form.dataset.wrong : saved, !taken || waits);
      later(0);
    };
    for (const [label, taken] of [[form.dataset.mine, false], [form.dataset.theirs, true]]) {
      const button = element("button", "button slim", label);
      button.type = "button";
      button.addEventListener("click", (event) => { event.preventDefault(); settle(taken); });
      box.append(button, " ");
    }
    place.append(box);
  }

  form.addEventListener("input", (event) => changed(event.target));
  form.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") { changed(event.target); } });
  addEventListener("online", () => { pause = FIRST; send(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) { send(true); } });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
    try { sessionStorage.setItem(KEY, "sent"); } catch { /* forbidden */ }
  });
  addEventListener("pageshow", () => { leaving = false; });

  try { sessionStorage.removeItem(KEY); } catch { /* forbidden */ }
  // What had not been saved when the page was left stands in its fields again.
  let restored = false;
  for (const [row, { cells }] of Object.entries(kept)) {
    for (const [code, value] of Object.entries(cells)) {
      const field = named(row, code);
      if (field && field.value === value && !field.hasAttribute("aria-invalid")) { delete cells[code]; }
      else if (field) { field.value = value; restored = true; }
    }
    if (!Object.keys(cells).length) { delete kept[row]; }
  }
  store(kept);
  if (restored) { say(form.dataset.restored, true); later(PAUSE); }
}
