/** What the editor's forms gain from a script; every form works without it. */

const PAUSE = 350; // milliseconds after the last key
const LOOK = 1000; // milliseconds between two looks at work in the background

/** @param {string} html @returns {Document} */
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

/** @param {() => void} act @returns {() => void} */
function later(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };
}

/**
 * Puts a part of a reply in the place of the element with the same id or class.
 * @param {Element} old @param {string} selector @param {Promise<Response>} reply
 */
async function replace(old, selector, reply) {
  const answer = await reply.catch(() => null);
  const fresh = answer?.ok ? parsed(await answer.text()).querySelector(selector) : null;
  if (fresh && old.isConnected) old.replaceWith(fresh);
}

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

/** Puts a text at the cursor, and selects a part of it. */
function insert(/** @type {HTMLTextAreaElement} */ area, /** @type {string} */ text, select = [0, 0]) {
  const start = area.selectionStart;
  area.setRangeText(text, start, area.selectionEnd, "end");
  if (select[1]) area.setSelectionRange(start + select[0], start + select[1]);
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Bold, lists, links and facts at the cursor of a text. */
function writeWith(/** @type {HTMLElement} */ bar) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(bar.dataset.tools));
  const put = (/** @type {string} */ text, select = [0, 0]) => insert(area, text, select);
  const chosen = () => area.value.slice(area.selectionStart, area.selectionEnd);
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { wrap, prefix, link } = button.dataset;
    const text = chosen();
    if (wrap) put(`${wrap}${text}${wrap}`, [wrap.length, wrap.length + text.length || 0]);
    if ("put" in button.dataset) {
      const list = /** @type {HTMLSelectElement} */ (bar.querySelector("[data-insert]"));
      const alone = "alone" in (list.selectedOptions[0]?.dataset ?? {});
      if (list.value) put(alone ? `\n\n${list.value}\n\n` : list.value);
      list.value = "";
    }
    if (link) put(`[${text || "teks"}](${link})`);
    if (prefix) {
      const before = area.value.slice(0, area.selectionStart);
      const gap = before && !before.endsWith("\n") ? "\n\n" : "";
      put(gap + (text || "").split("\n").map((line) => prefix + line).join("\n"));
    }
  });
}

/** Uploads a picture or PDF, chosen, dropped or pasted, and puts it where the cursor is. */
function attach(/** @type {HTMLElement} */ panel) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(panel.dataset.attach));
  const opener = document.querySelector(`[data-opens="${panel.id}"]`);
  const [file, words] = panel.querySelectorAll("input");
  const told = (/** @type {string} */ text, refused = false) => {
    const said = panel.querySelector(".uploaded");
    said.textContent = text;
    said.classList.toggle("refused", refused);
  };
  const open = (/** @type {boolean} */ wanted) => {
    panel.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  };
  const take = (/** @type {Event} */ event, /** @type {DataTransfer|null} */ given) => {
    if (!given?.files.length) return;
    event.preventDefault();
    open(true);
    file.files = given.files;
    words.focus();
  };
  opener.addEventListener("click", () => {
    open(panel.hidden);
    if (!panel.hidden) file.focus();
  });
  area.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  area.addEventListener("drop", (event) => take(event, event.dataTransfer));
  area.addEventListener("paste", (event) => take(event, event.clipboardData));
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    panel.querySelector("[data-upload]").click();
  });
  panel.querySelector("[data-upload]").addEventListener("click", async () => {
    const body = new FormData();
    body.append("_kunci", area.form.elements._kunci.value);
    body.append("_aksi", "unggah");
    body.append("_bagian", "1");
    body.append("keterangan", words.value);
    if (file.files[0]) body.append("berkas", file.files[0]);
    told(panel.dataset.working);
    const reply = await fetch("/berkas", { method: "POST", body }).catch(() => null);
    const part = reply && parsed(await reply.text()).querySelector(".uploaded");
    const text = part?.dataset.markdown;
    told(part?.textContent ?? panel.dataset.silent, !text);
    if (!text) return;
    insert(area, text.startsWith("!") ? `\n\n${text}\n\n` : text);
    file.value = words.value = "";
  });
}

/** Finds entries by the site's ranking and adds their ids to a list of lines. */
function pick(/** @type {HTMLElement} */ picker) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(picker.dataset.picker));
  const input = picker.querySelector("input");
  picker.hidden = false;
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  input.addEventListener("input", later(() => {
    const query = new URLSearchParams({ q: input.value });
    replace(picker.querySelector(".picks"), ".picks", fetch(`/alat/cari?${query}`));
  }));
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
    for (const row of list.children) row.querySelector("code").remove();
    for (const row of list.children) addRemover(row, list.dataset.remove);
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
function citeKnown(/** @type {HTMLInputElement} */ title) {
  title.addEventListener("change", () => {
    const known = [...(title.list?.options ?? [])].find((one) => one.value === title.value);
    if (!known) return;
    for (const name of ["url", "accessed"]) {
      const input = document.getElementById(title.id.replace(/title$/, name));
      if (!input.value) input.value = known.dataset[name];
    }
  });
}

/** Hides the terms in which a word does not occur. */
function filterTerms(/** @type {HTMLElement} */ box) {
  const input = box.querySelector("input");
  const rows = document.querySelectorAll(`[data-list="${box.dataset.filter}"] > .row`);
  box.hidden = false;
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  input.addEventListener("input", later(() => {
    const word = input.value.trim().toLowerCase();
    for (const row of rows) {
      const fields = [...row.querySelectorAll("input, textarea")].map((one) => one.value);
      row.hidden = !fields.join("\n").toLowerCase().includes(word);
    }
  }));
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
  const added = verb === "tambah" && document.querySelectorAll(`[data-list="${name}"] > .row`);
  const row = added && added.length ? added[added.length - 1] : null;
  if (message) {
    message.focus();
    message.scrollIntoView({ block: "start" });
  } else if (row) {
    row.open = true;
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  } else {
    document.getElementById(`f-${name ?? ""}`)?.scrollIntoView({ block: "nearest" });
  }
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

/** Says that something takes its time, and takes a form only once. */
function waitWith(/** @type {HTMLFormElement} */ form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.wait) event.preventDefault();
    form.dataset.wait = "ya";
    const said = form.querySelector("[data-waiting]");
    said.textContent = said.dataset.waiting;
  });
}

/** Tells how far a job of the editor is; when it has ended, the page says what became of it. */
async function followJob(/** @type {HTMLElement} */ place) {
  const reply = await fetch(place.dataset.poll).catch(() => null);
  const fresh = reply?.ok ? parsed(await reply.text()).querySelector("[data-poll]") : place;
  if (!fresh) return location.assign(place.dataset.poll);
  const [now, then] = [place, fresh].map((one) => one.querySelector("[role=status]"));
  if (now.textContent !== then.textContent) now.textContent = then.textContent;
  setTimeout(followJob, 1000, place);
}

/** Tells who else has the file open, and tells them; without a form there is nobody to tell. */
async function signOfLife() {
  const place = /** @type {HTMLElement|null} */ (document.getElementById("hadir"));
  const form = /** @type {HTMLFormElement|null} */ (document.getElementById("lembar"));
  if (!place || !form) return;
  const body = new URLSearchParams({ _kunci: form.elements._kunci.value, berkas: place.dataset.file });
  const reply = await fetch("/alat/terbuka", { method: "POST", body }).catch(() => null);
  const fresh = reply?.ok ? parsed(await reply.text()).getElementById("hadir") : null;
  const now = document.getElementById("hadir");
  if (fresh && now && fresh.textContent.trim() !== now.textContent.trim()) now.replaceWith(fresh);
}

window.addEventListener("pagehide", () => {
  const place = document.getElementById("hadir");
  const form = /** @type {HTMLFormElement|null} */ (document.getElementById("lembar"));
  if (!place || !form) return;
  const body = { _kunci: form.elements._kunci.value, berkas: place.dataset.file, pergi: "ya" };
  navigator.sendBeacon?.("/alat/terbuka", new URLSearchParams(body));
});

/** Follows work in the background; once it has ended, its page is loaded anew. */
async function followWork() {
  const place = document.getElementById("kerja");
  if (!place) return;
  const told = place.querySelector(".told");
  const reply = await fetch(location.href).catch(() => null);
  const now = reply?.ok ? parsed(await reply.text()).getElementById("kerja") : null;
  if (reply?.ok && !now) {
    location.reload();
    return;
  }
  const text = now ? now.querySelector(".told").textContent : place.dataset.silent;
  if (told.textContent !== text) told.textContent = text;
  const progress = now?.querySelector("progress");
  if (progress) place.querySelector("progress").replaceWith(progress);
  setTimeout(followWork, LOOK);
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

function start() {
  const form = /** @type {HTMLFormElement|null} */ (document.getElementById("lembar"));
  if (form) {
    follow(form);
    submitInPlace(form);
    guardChanges(form);
  }
  document.querySelectorAll("[data-follows]").forEach(helpWith);
  document.querySelectorAll("form[data-drop]").forEach(takeDropped);
  document.querySelectorAll("form[data-wait]").forEach(waitWith);
  document.querySelectorAll("[data-keys]").forEach(decideByLetter);
  document.querySelectorAll("[data-copy]").forEach(copyWith);
  document.querySelectorAll("[data-tools]").forEach(writeWith);
  document.querySelectorAll("[data-attach]").forEach(attach);
  document.querySelectorAll('input[list="known-sources"]').forEach(citeKnown);
  document.querySelectorAll("[data-picker]").forEach(pick);
  document.querySelectorAll("[data-filter]").forEach(filterTerms);
  document.querySelectorAll("[data-poll]").forEach((place) => setTimeout(followJob, 1000, place));
}

start();
const pulse = Number(document.getElementById("hadir")?.dataset.pulse);
if (pulse) setInterval(signOfLife, pulse * 1000);
followWork();
document.getElementById("pesan")?.focus();
