/**
 * The twin of `loader.js` for a site opened from a folder: there neither modules nor `fetch` work, scripts do.
 * So every bundle and every slice is a script that hands over its content by name; the two global
 * functions exist because a script from a folder has no other way to reach its caller.
 */

const folder = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "");
const shared = /** @type {any} */ (globalThis);
/** @type {Map<string, any>} */
const received = (shared.cariduluReceived ??= new Map());
shared.cariduluBundle ??= (/** @type {string} */ name, /** @type {any} */ parts) =>
  received.set(name, parts);
shared.cariduluSlice ??= (/** @type {string} */ name, /** @type {string} */ text) =>
  received.set(name, text);

/**
 * @param {string} address
 * @param {string} name what the script calls its content
 * @returns {Promise<any>}
 */
function receive(address, name) {
  return new Promise((resolve, reject) => {
    if (received.has(name)) return resolve(received.get(name));
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => (received.has(name) ? resolve(received.get(name)) : reject(new TypeError(name)));
    script.onerror = () => reject(new TypeError(address));
    document.head.append(script);
  });
}

/** @param {string} name */
export const load = (name) => receive(`${folder}${name}.js`, name);

/**
 * @param {string} address
 * @returns {Promise<{ok: boolean, text: () => Promise<string>}>}
 */
export async function fetchText(address) {
  const text = await receive(`${address}.js`, address.replace(/^.*\/search\//, ""));
  return { ok: true, text: async () => text };
}
