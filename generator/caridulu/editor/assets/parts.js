/** Parts of replies, and what waits for a pause. */

const PAUSE = 350; // milliseconds after the last key

/** @param {string} html @returns {Document} */
export const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

/** @param {() => void} act @returns {() => void} */
export function later(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };
}

/**
 * Acts on what is typed into a box that searches; Enter does not submit the form around it.
 * @param {HTMLInputElement} box @param {() => void} act
 */
export function searchWith(box, act) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  box.addEventListener("input", later(act));
}

/**
 * Puts a part of a reply in the place of the element with the same id or class.
 * @param {Element} old @param {string} selector @param {Promise<Response>} reply
 */
export async function replace(old, selector, reply) {
  const answer = await reply.catch(() => null);
  const fresh = answer?.ok ? parsed(await answer.text()).querySelector(selector) : null;
  if (fresh && old.isConnected) old.replaceWith(fresh);
}
