// Files that prove a report are brought in pieces, so that a lost connection or a closed page loses
// nothing; without this script the form brings them in one go.
"use strict";

{
  const PIECE = 2 ** 20;
  const PATIENCE = 7 * 24 * 3600 * 1000;
  const LONGEST_PAUSE = 30;
  const FAILURES = 6;
  const form = document.getElementById("evidence-files");
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".coming");
  const words = form.dataset;
  const prefix = `birlik-upload ${words.begin} `;
  const queue = [];
  let busy = false;

  // What goes wrong for good; `answer` is what the server said.
  class Refused extends Error {
    constructor(answer) { super(answer.reason || words.wordsFailed); this.answer = answer; }
  }
  class Cancelled extends Error {}

  // What is known of files that were begun; a browser that keeps nothing only cannot go on later.
  const memory = {
    key: (file) => `${prefix}${file.name} ${file.size} ${file.lastModified}`,
    recall(key) {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    },
    keep(key, kept) { try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* full */ } },
    forget(key) { try { localStorage.removeItem(key); } catch { /* closed */ } },
    all() {
      try { return Object.keys(localStorage).filter((key) => key.startsWith(prefix)); } catch { return []; }
    },
  };

  const token = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]*)/) || [])[1] || form.elements.csrfmiddlewaretoken.value;

  // A pause that ends early when the connection is back or the file is cancelled.
  const pause = (seconds, row) => new Promise((resume) => {
    const ends = () => { clearTimeout(timer); removeEventListener("online", ends); row.wake = null; resume(); };
    const timer = setTimeout(ends, seconds * 1000);
    addEventListener("online", ends);
    row.wake = ends;
  });

  // One request, repeated while there is no connection, no session, or a server in trouble.
  async function ask(row, method, address, { body, headers } = {}) {
    for (let failures = 0, wait = 1; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      if (row.cancelled) { throw new Cancelled(); }
      let reply = null;
      try {
        reply = await fetch(address, {
          method, body, redirect: "manual", headers: { "X-CSRFToken": token(), Accept: "application/json", ...headers },
        });
      } catch { row.say(words.wordsWaiting); }
      if (reply && reply.type === "opaqueredirect") {
        row.say(words.wordsSignedOut);
      } else if (reply && reply.status < 500 && reply.status !== 429) {
        row.say(words.wordsSent);
        const told = reply.status === 204 ? {} : await reply.json().catch(() => ({}));
        return { ...told, status: reply.status };
      } else if (reply && ++failures >= FAILURES) {
        throw new Refused({});
      }
      await pause(wait, row);
    }
  }

  // Where a file that was begun before goes on; a new beginning otherwise.
  async function begun(row, file) {
    const known = memory.recall(row.key);
    if (known) {
      const answer = await ask(row, "GET", known.address);
      if (answer.status === 200) { return { ...answer, address: known.address }; }
      memory.forget(row.key);
    }
    const body = new URLSearchParams({ name: file.name, size: file.size });
    const answer = await ask(row, "POST", words.begin, { body });
    if (answer.status !== 201) { throw new Refused(answer); }
    memory.keep(row.key, { address: answer.address, name: file.name, at: Date.now() });
    return answer;
  }

  async function bring(row, file, smaller) {
    const start = await begun(row, file);
    row.address = start.address;
    if (start.evidence) { return; }
    for (let offset = start.offset; offset < file.size;) {
      row.show(offset);
      const body = await file.slice(offset, offset + PIECE).arrayBuffer();
      const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
      const answer = await ask(row, "PATCH", row.address, { body, headers });
      if (answer.status !== 200 && answer.status !== 409) { throw new Refused(answer); }
      if (answer.status === 409 && answer.offset === offset) { throw new Refused({}); }
      offset = answer.offset;
    }
    row.show(file.size);
    row.say(words.wordsChecking);
    const body = new URLSearchParams(smaller ? { smaller: "on" } : {});
    const answer = await ask(row, "POST", `${row.address}finish/`, { body });
    if (answer.status !== 200) { throw new Refused(answer); }
  }

  // The line of a file: its name, how far it is, what is the matter, and the way out.
  function line(name, key) {
    const item = document.createElement("li");
    const title = item.appendChild(document.createElement("b"));
    const bar = item.appendChild(document.createElement("progress"));
    const told = item.appendChild(document.createElement("span"));
    const button = item.appendChild(document.createElement("button"));
    title.textContent = name;
    bar.setAttribute("aria-label", name);
    bar.max = 1;
    told.className = "small quiet";
    button.type = "button";
    button.className = "button slim";
    button.textContent = words.wordsCancel;
    list.append(item);
    return {
      item, key, button, cancelled: false, wake: null, address: null,
      show(share) { bar.value = share; },
      scale(size) { bar.max = size; bar.value = 0; },
      say(text) { if (told.textContent !== text) { told.textContent = text; } },
      ends(text, kind) { told.className = kind; told.textContent = text; bar.remove(); button.remove(); },
      asks(text, deed) { told.className = "wrong"; told.textContent = text; bar.remove(); button.textContent = words.wordsAgain; button.onclick = deed; },
    };
  }

  function fail(row, error, file, smaller) {
    const answer = error.answer || {};
    if (error instanceof Cancelled) { drop(row); return; }
    if (!answer.reason) {
      row.asks(error instanceof Refused ? error.message : words.wordsFailed, () => { row.item.remove(); take(file, smaller); });
      return;
    }
    memory.forget(row.key);
    row.ends(answer.reason, "wrong");
    const card = document.getElementById("evidence-card");
    if (answer.marked && card) { card.open = true; card.scrollIntoView({ block: "nearest" }); }
  }

  function drop(row) {
    memory.forget(row.key);
    row.item.remove();
    if (row.address) { fetch(row.address, { method: "DELETE", headers: { "X-CSRFToken": token() } }).catch(() => {}); }
  }

  function take(file, smaller) {
    const key = memory.key(file);
    for (const old of list.querySelectorAll("li")) { if (old.dataset.key === key) { old.remove(); } }
    const row = line(file.name, key);
    row.item.dataset.key = key;
    if (!file.size) { row.ends(words.wordsEmpty, "wrong"); return; }
    if (file.size > words.limit * 2 ** 20) { row.ends(words.wordsLarge, "wrong"); return; }
    row.scale(file.size);
    row.button.onclick = () => { row.cancelled = true; if (row.wake) { row.wake(); } };
    queue.push([row, file, smaller]);
    work();
  }

  async function work() {
    if (busy) { return; }
    busy = true;
    let attached = 0;
    while (queue.length) {
      const [row, file, smaller] = queue.shift();
      try {
        await bring(row, file, smaller);
        memory.forget(row.key);
        row.ends(`✓ ${words.wordsAttached}`, "small quiet");
        attached += 1;
      } catch (error) { fail(row, error, file, smaller); }
    }
    busy = false;
    if (attached) { await htmx.ajax("GET", words.list, { target: "#evidence", swap: "outerHTML" }); }
  }

  function start() {
    const files = [...input.files];
    input.value = "";
    form.querySelector(".chosen").textContent = "";
    for (const file of files) { take(file, form.elements.smaller.checked); }
  }

  form.classList.add("scripted");
  input.addEventListener("change", start);
  form.addEventListener("drop", start);
  form.addEventListener("submit", (event) => { event.preventDefault(); if (input.files.length) { start(); } });
  addEventListener("beforeunload", (event) => { if (busy) { event.preventDefault(); } });
  for (const key of memory.all()) {
    const kept = memory.recall(key);
    if (!kept || Date.now() - kept.at > PATIENCE) { memory.forget(key); continue; }
    const row = line(kept.name, key);
    row.item.dataset.key = key;
    row.item.querySelector("progress").remove();
    row.address = kept.address;
    row.say(words.wordsUnfinished);
    row.button.onclick = () => drop(row);
  }
}
