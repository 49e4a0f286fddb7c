// What pages cannot do by themselves; without it everything still works.
"use strict";

// What was typed and not saved yet is kept in this browser for whoever typed it: it goes when that
// person signs out, and when somebody else signs in. Runs before the scripts that keep it.
const signedIn = document.querySelector("form[data-account]");
if (signedIn) {
  const OWNER = "birlik-account";
  const forgetAll = () => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("birlik-")) { localStorage.removeItem(key); }
    }
  };
  try {
    if (localStorage.getItem(OWNER) !== signedIn.dataset.account) { forgetAll(); }
    localStorage.setItem(OWNER, signedIn.dataset.account);
    signedIn.addEventListener("submit", forgetAll);
  } catch { /* forbidden */ }
}

// A file may be dropped anywhere on the drop zone, whose button and words are in the reader's
// language, as the browser's own are not.
for (const zone of document.querySelectorAll(".drop")) {
  const input = zone.querySelector("input[type=file]");
  const chosen = zone.querySelector(".chosen");
  const show = () => { chosen.textContent = input.files.length ? input.files[0].name : ""; };
  zone.classList.add("scripted");
  input.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, () => zone.classList.remove("over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; show(); }
  });
}

// On a narrow screen the menu and the tabs are one line each: they are moved to where one is.
for (const line of document.querySelectorAll(".rail ul, .tabs")) {
  const here = line.querySelector("[aria-current]");
  if (here) {
    const at = here.getBoundingClientRect(), room = line.getBoundingClientRect();
    line.scrollLeft += at.left - room.left - (room.width - at.width) / 2;
  }
}
