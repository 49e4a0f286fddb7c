// Keeps the draft of a report while a person types: in this browser at once, with the server after
// a pause, and again when a lost connection is back. Without it the button "Save" does the same.
"use strict";

const PAUSE = 2500, AGAIN = 10000;
const place = document.querySelector("[data-obligation]");
const form = document.querySelector("form[data-draft]");
const KEY = `birlik-draft-${place ? place.dataset.obligation : ""}`;

const stored = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
const store = (value) => { try { localStorage.setItem(KEY, JSON.stringify(value)); } catch { /* full */ } };
const forget = () => { try { localStorage.removeItem(KEY); } catch { /* forbidden */ } };

if (place && !form && stored()?.submitted) forget();
if (form) keepDraft();

function keepDraft() {
  const texts = [...form.querySelectorAll("textarea")];
  const version = form.elements.version;
  const status = form.querySelector("[data-status]");
  const conflict = form.querySelector("[data-conflict]");
  let timer = 0, busy = false, leaving = false;

  const written = () => Object.fromEntries(texts.map((field) => [field.name, field.value]));
  const same = (one, two) => texts.every((field) => (one[field.name] ?? "") === (two[field.name] ?? ""));
  const say = (words) => { status.textContent = words; };
  const later = (pause) => { clearTimeout(timer); timer = setTimeout(send, pause); };

  function changed() {
    store({ ...written(), version: version.value });
    later(PAUSE);
  }

  async function send() {
    if (busy || leaving || !conflict.hidden) { return; }
    const sent = written();
    busy = true;
    say(form.dataset.saving);
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST", body: new FormData(form), redirect: "manual",
        headers: { Accept: "application/json" },
      });
      const json = answer.headers.get("content-type")?.startsWith("application/json");
      if (json) { heard(answer.status, await answer.json(), sent); }
      else { say(form.dataset.away); later(AGAIN); }
    } catch {
      say(form.dataset.offline);
      later(AGAIN);
    } finally {
      busy = false;
    }
  }

  function heard(code, told, sent) {
    if (code === 200) {
      version.value = told.version;
      say(`${form.dataset.saved} ${told.at}`);
      if (same(sent, written())) { forget(); } else { changed(); }
    } else if (code === 409) {
      showConflict(told);
    } else {
      say(told.reason);
    }
  }

  function showConflict(told) {
    conflict.querySelector("[data-reason]").textContent = `${told.reason} (${told.at})`;
    for (const part of conflict.querySelectorAll("[data-other]")) {
      part.textContent = told[part.dataset.other];
    }
    conflict.dataset.version = told.version;
    conflict.hidden = false;
    say("");
  }

  conflict.querySelector("[data-replace]").addEventListener("click", () => {
    version.value = conflict.dataset.version;
    conflict.hidden = true;
    send();
  });
  for (const field of texts) { field.addEventListener("input", changed); }
  addEventListener("online", () => { if (stored()) { send(); } });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
    store({ ...written(), version: version.value, submitted: true });
  });

  const kept = stored();
  if (kept && !same(kept, written())) {
    for (const field of texts) { field.value = kept[field.name] ?? field.value; }
    if (!kept.submitted) { version.value = kept.version; }
    say(form.dataset.restored);
    changed();
  } else if (kept) {
    forget();
  }
}
