/** The device's own way of sharing. */

/**
 * Shares by the device's dialog, or in another way where it has none, or one that fails.
 * @param {ShareData} data
 * @param {() => unknown} otherwise
 */
export async function shareOr(data, otherwise) {
  if (!navigator.share) return otherwise();
  try {
    await navigator.share(data);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name !== "AbortError") otherwise(); // else they changed their mind
  }
}
