// Finds bodies while a name is typed, ticks a whole kind, counts those ticked, prints the call list.
// Without it every body is in the list and every box can be ticked by hand.
"use strict";

const printing = document.querySelector("[data-print]");
if (printing) {
  printing.hidden = false;
  printing.addEventListener("click", () => window.print());
}

const round = document.querySelector("form[data-round]");
if (round) chooseBodies();

function chooseBodies() {
  const boxes = [...round.querySelectorAll("input[name=bodies]")];
  const find = round.querySelector("[data-find]");
  const told = round.querySelector("[data-count]");
  const count = () => { told.textContent = `(${boxes.filter((box) => box.checked).length} / ${boxes.length})`; };

  if (find) {
    find.hidden = false;
    find.querySelector("input").addEventListener("input", (event) => {
      const wanted = event.target.value.trim().toLowerCase();
      for (const box of boxes) {
        const line = box.closest("label");
        line.hidden = !line.textContent.toLowerCase().includes(wanted);
      }
    });
    find.querySelector("input").addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
  for (const kind of round.querySelectorAll("[data-kind]")) {
    kind.querySelector("[data-all]").hidden = false;
    for (const button of kind.querySelectorAll("[data-tick]")) {
      button.addEventListener("click", () => {
        for (const box of kind.querySelectorAll("input[name=bodies]")) {
          if (!box.closest("label").hidden) box.checked = Boolean(button.dataset.tick);
        }
        count();
      });
    }
  }
  round.addEventListener("change", count);
  count();
}
