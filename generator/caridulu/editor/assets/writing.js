/** What helps to write an answer: its tools, pictures and PDFs. */

import { parsed } from "./parts.js";

/** Puts a text at the cursor, and selects a part of it. */
function insert(/** @type {HTMLTextAreaElement} */ area, /** @type {string} */ text, select = [0, 0]) {
  const start = area.selectionStart;
  area.setRangeText(text, start, area.selectionEnd, "end");
  if (select[1]) area.setSelectionRange(start + select[0], start + select[1]);
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Bold, lists, links and facts at the cursor of a text. */
export function writeWith(/** @type {HTMLElement} */ bar) {
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
export function attach(/** @type {HTMLElement} */ panel) {
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
