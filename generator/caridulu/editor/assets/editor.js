/** What the editor's forms gain from a script; every form works without it. */

import { later, parsed, replace, searchWith } from "./parts.js";
import { citeKnown, pick } from "./picking.js";
import { followWork, signOfLife } from "./watching.js";
import { attach, writeWith } from "./writing.js";

/** The preview follows its text, the nearest entries follow the question. */
function follow(/** @type {HTMLFormElement} */ form) {
  const { source, kind } = form.querySelector("#pratinjau")?.dataset ?? {};
  const text = source && document.getElementById(source);
  text?.addEventListener("input", later(() => {
    const body = new URLSearchParams({ _kunci: form.elements._kunci.value, jenis: kind, teks: text.value });
    const old = form.querySelector("#pratinjau");
    if (old) replace(old, "#pratinjau", fetch("/alat/pratinjau", { method: "POST", body }));
  }));
  const question = form.querySelector("#f-question");
  question?.addEventListener("input", later(() => {
    const old = form.querySelector("#mirip");
    if (!old) return;
    const query = new URLSearchParams({ q: question.value, selain: old.dataset.self });
    replace(old, "#mirip", fetch(`/alat/mirip?${query}`));
  }));
}

/** Hides the terms in which a word does not occur. */
function filterTerms(/** @type {HTMLElement} */ box) {
  const input = box.querySelector("input");
  const rows = document.querySelectorAll(`[data-list="${box.dataset.filter}"] > .row`);
  box.hidden = false;
  searchWith(input, () => {
    const word = input.value.trim().toLowerCase();
    for (const row of rows) {
      const fields = [...row.querySelectorAll("input, textarea")].map((one) => one.value);
      row.hidden = !fields.join("\n").toLowerCase().includes(word);
    }
  });
}

/** Buttons that only change the form keep the page where it is. */
function submitInPlace(/** @type {HTMLFormElement} */ form) {
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (!button?.name || typeof fetch !== "function") return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    const said = /** @type {HTMLElement} */ (form.querySelector(".unsaved"));
    said.textContent = said.dataset.working;
    const body = new URLSearchParams(new FormData(form));
    body.append(button.name, button.value);
    const reply = await fetch(form.action, { method: "POST", body }).catch(() => null);
    delete form.dataset.busy;
    if (!reply) {
      said.textContent = said.dataset.silent;
      return;
    }
    if (reply.redirected) {
      leaving = true;
      location.assign(reply.url);
      return;
    }
    const page = parsed(await reply.text());
    if (page.getElementById("lembar")) show(page, button.value);
    else said.textContent = said.dataset.refused; // what was typed must not go away with the form
  });
}

/** Puts a new state of the page in place, with the focus where the officer was. */
function show(/** @type {Document} */ page, /** @type {string} */ action) {
  const open = [...document.querySelectorAll("details[open]")].map((one) => one.id).filter(Boolean);
  const main = page.querySelector("main");
  if (!main) return;
  const place = window.scrollY;
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  start();
  window.scrollTo(0, place);
  const told = action === "coba" ? "percobaan" : "pesan";
  const message = document.getElementById(told);
  const [verb, name] = action.split(":");
  if (message) {
    message.focus();
    message.scrollIntoView({ block: "start" });
  } else if (verb in STEPS) focusRow(verb, name);
}

const STEPS = { tambah: 0, naik: -1, turun: 1, hapus: 0 }; // by which a row of a list moves

/** Puts the focus on the row that was added or moved, or on what stands where one is gone. */
function focusRow(/** @type {string} */ verb, /** @type {string} */ name) {
  const [, list, place] = name.match(/^(.+?)(?:\.(\d+))?$/);
  const rows = document.querySelectorAll(`[data-list="${list}"] > .row`);
  const number = Math.min(Math.max(Number(place ?? rows.length) + STEPS[verb], 0), rows.length - 1);
  const row = rows[number] ?? document.querySelector(`[data-list="${list}"]`);
  const stops = { tambah: "input:not([type=hidden]), select, textarea", hapus: "summary, button" };
  if (verb !== "hapus") row.open = true;
  row.querySelector(stops[verb] ?? `[value="${verb}:${list}.${number}"]`)?.focus();
}

let leaving = false;

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const save = document.querySelector('.save-bar button[value="simpan"]');
  if (!save) return;
  event.preventDefault();
  save.click();
});

/** Says that something is not saved, and asks before it is lost. */
function guardChanges(/** @type {HTMLFormElement} */ form) {
  const said = form.querySelector(".unsaved");
  form.addEventListener("input", (event) => {
    if (!event.target.name) return;
    form.dataset.changed = "ya";
    said.textContent = said.dataset.unsaved;
  });
}

window.addEventListener("beforeunload", (event) => {
  const form = document.getElementById("lembar");
  if (form?.dataset.changed === "ya" && !leaving) event.preventDefault();
});

/**
 * One letter does what its button says, while the focus is in this part and not in a text:
 * letters that work everywhere get in the way of speech input (WCAG 2.1.4).
 */
function decideByLetter(/** @type {HTMLElement} */ part) {
  part.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
    const key = event.key.toLowerCase();
    const chosen = { b: 'button[value="benar"]', u: '[data-key="u"]', l: '[data-key="l"]' }[key];
    if (key === "t") {
      event.preventDefault();
      part.querySelector("#pertanyaan").focus();
    } else if (chosen) {
      part.querySelector(chosen).click();
    }
  });
  part.querySelector("h1").focus();
}

/** Help that depends on what is chosen. */
function helpWith(/** @type {HTMLElement} */ help) {
  const select = /** @type {HTMLSelectElement} */ (document.getElementById(help.dataset.follows));
  select.addEventListener("change", () => {
    help.textContent = help.dataset[select.value] ?? "";
  });
}

/** Takes files that are dropped, and says before they travel that they are too many. */
function takeDropped(/** @type {HTMLFormElement} */ form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
  const said = form.querySelector("[data-waiting]");
  const isTooLarge = () => [...input.files].reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.limit);
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    input.focus();
  });
  form.addEventListener("submit", (event) => {
    if (!isTooLarge()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    said.textContent = form.dataset.tooLarge;
  });
}

/** Asks for the source of a list that is public already before its files travel. */
function askSource(/** @type {HTMLInputElement} */ isList) {
  const form = /** @type {HTMLFormElement} */ (isList.form);
  const source = /** @type {HTMLInputElement} */ (form.querySelector(".faq-source input"));
  const ask = () => {
    source.required = isList.checked;
  };
  form.addEventListener("change", ask);
  ask();
}

/** Says that something takes its time, and takes a form only once. */
function waitWith(/** @type {HTMLFormElement} */ form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.wait) event.preventDefault();
    form.dataset.wait = "ya";
    const said = form.querySelector("[data-waiting]");
    said.textContent = said.dataset.waiting;
  });
}

/** A button that puts a text on the clipboard, or selects it where there is no clipboard. */
function copyWith(/** @type {HTMLElement} */ bar) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(bar.dataset.copy));
  const said = bar.querySelector("[role=status]");
  bar.hidden = false;
  bar.querySelector("button").addEventListener("click", async () => {
    // Only https and this computer's own address have a clipboard.
    const done = await navigator.clipboard?.writeText(area.value).then(() => true, () => false);
    said.textContent = done ? bar.dataset.done : bar.dataset.byHand;
    if (!done) area.select();
  });
}

/** The editor keeps what is chosen of a plan, and shows it when the page comes again. */
document.addEventListener("change", ({ target }) => {
  const form = target.form;
  if (!form || !("keeps" in form.dataset) || !target.name) return;
  const { _kunci, _versi } = form.elements;
  const body = new URLSearchParams({ _kunci: _kunci.value, _versi: _versi.value, _aksi: "ingat" });
  const chosen = new FormData(form).getAll(target.name);
  for (const value of chosen.length ? chosen : [""]) body.append(target.name, value);
  fetch("/impor", { method: "POST", body, keepalive: true }).catch(() => null);
});

function start() {
  const form = /** @type {HTMLFormElement|null} */ (document.getElementById("lembar"));
  if (form) {
    follow(form);
    submitInPlace(form);
    guardChanges(form);
  }
  document.querySelectorAll("[data-follows]").forEach(helpWith);
  document.querySelectorAll("form[data-drop]").forEach(takeDropped);
  document.querySelectorAll('[type="radio"][name="isi"][value="faq"]').forEach(askSource);
  document.querySelectorAll("form[data-wait]").forEach(waitWith);
  document.querySelectorAll("[data-keys]").forEach(decideByLetter);
  document.querySelectorAll("[data-copy]").forEach(copyWith);
  document.querySelectorAll("[data-tools]").forEach(writeWith);
  document.querySelectorAll("[data-attach]").forEach(attach);
  document.querySelectorAll('input[list="known-sources"]').forEach(citeKnown);
  document.querySelectorAll("[data-picker]").forEach(pick);
  document.querySelectorAll("[data-filter]").forEach(filterTerms);
}

start();
const pulse = Number(document.getElementById("hadir")?.dataset.pulse);
if (pulse) setInterval(signOfLife, pulse * 1000);
followWork();
document.getElementById("pesan")?.focus();
