/** Copies to the clipboard; where that fails, shows what is to be copied by hand. */

import { element } from "./elements.js";

/**
 * @param {string} text
 * @param {HTMLElement} status what came of it
 * @param {[string, string]} said that it is copied; above the field, that it is to be copied
 * @param {HTMLInputElement | HTMLTextAreaElement} field with the text
 */
export async function copy(text, status, [copied, byHand], field) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = copied;
  } catch {
    // Only https has a clipboard, and a device may refuse it.
    status.replaceChildren(element("label", {}, `${byHand} `, field));
    field.focus();
    field.select();
  }
}
