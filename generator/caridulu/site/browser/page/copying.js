/** Copies to the clipboard; where that fails, shows what is to be copied by hand. */

import { element } from "./elements.js";

/**
 * @param {string} text
 * @param {HTMLElement} status what came of it
 * @param {[string, string]} said that it is copied; above the field, that it is to be copied
 * @param {HTMLInputElement | HTMLTextAreaElement} field with the text
 */
export async function copy(text, status, [copied, byHand], field) {
  const writing = navigator.clipboard?.writeText(text).then(() => true, () => false); // only https has one
  if (await writing) {
    status.textContent = copied;
    return;
  }
  status.replaceChildren(element("label", {}, byHand + " ", field));
  field.focus();
  field.select();
}
