/** Storage of the browser, which may be off or full: then nothing is kept. */

/**
 * @template T
 * @param {() => T} use of it
 */
export function tolerantly(use) {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
