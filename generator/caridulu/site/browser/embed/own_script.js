/** The tag of this script on the other site, and the site that the script comes from. */

const tag = document.currentScript ?? document.querySelector('script[src*="/embed.js"]'); // a module has no current one
export const ownScript = /** @type {HTMLScriptElement} */ (tag);
export const root = new URL(".", ownScript.src).href;
