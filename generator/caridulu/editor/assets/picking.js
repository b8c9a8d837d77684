/** Entries and sources that are chosen, not typed. */

import { replace, searchWith } from "./parts.js";

/** Finds entries by the site's ranking and adds their ids to a list of lines. */
export function pick(/** @type {HTMLElement} */ picker) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(picker.dataset.picker));
  const input = picker.querySelector("input");
  picker.hidden = false;
  searchWith(input, () => {
    const query = new URLSearchParams({ q: input.value });
    replace(picker.querySelector(".picks"), ".picks", fetch(`/alat/cari?${query}`));
  });
  const several = area.tagName === "TEXTAREA";
  const list = document.getElementById(`${area.id}-nama`);
  const lines = () => area.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const write = (/** @type {string[]} */ ids) => {
    area.value = ids.join("\n");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  if (list && !area.hasAttribute("aria-invalid")) {
    area.hidden = true; // its codes are for who has no script
    if (area.nextElementSibling?.matches(".help")) area.nextElementSibling.hidden = true;
    for (const row of list.children) {
      row.querySelector("code").remove();
      addRemover(row, list.dataset.remove);
    }
    list.addEventListener("click", (event) => {
      const row = event.target.closest("button")?.closest("li");
      if (!row) return;
      write(lines().filter((id) => id !== row.dataset.id));
      row.remove();
      input.focus();
    });
  }
  picker.addEventListener("click", (event) => {
    const button = event.target.closest("[data-id]");
    if (!button) return;
    const { id } = button.dataset;
    if (!several) write([id]);
    else if (!lines().includes(id)) {
      write([...lines(), id]);
      list?.append(named(id, button.textContent, list.dataset.remove));
    }
    button.parentElement.remove();
    input.focus();
  });
}

/** A chosen entry by its question. */
function named(/** @type {string} */ id, /** @type {string} */ question, /** @type {string} */ remove) {
  const row = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = question;
  row.dataset.id = id;
  row.append(words);
  addRemover(row, remove);
  return row;
}

function addRemover(/** @type {HTMLElement} */ row, /** @type {string} */ remove) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button plain small";
  button.textContent = remove;
  button.setAttribute("aria-label", `${remove}: ${row.querySelector("span").textContent}`);
  row.append(" ", button);
}

/** The title of a known source brings its address and the day on which it was read. */
export function citeKnown(/** @type {HTMLInputElement} */ title) {
  title.addEventListener("change", () => {
    const known = [...(title.list?.options ?? [])].find((one) => one.value === title.value);
    if (!known) return;
    for (const name of ["url", "accessed"]) {
      const input = document.getElementById(title.id.replace(/title$/, name));
      if (!input.value) input.value = known.dataset[name];
    }
  });
}
