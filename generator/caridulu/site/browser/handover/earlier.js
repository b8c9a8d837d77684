/** Earlier searches and read entries: they enter a message only if they are ticked. */

/**
 * @typedef {import("./handover_message.js").MessageDraft} MessageDraft
 * @typedef {import("./visit.js").Visit} Visit
 */

/**
 * Returns the part of a visit that does not belong to the present question.
 * @param {Visit} visit
 * @param {Pick<MessageDraft, "question" | "readEntries">} draft
 * @param {{latest: number}} format
 * @returns {Visit}
 */
export function earlierThan({ searches, readEntries }, draft, { latest }) {
  const present = new Set(draft.readEntries.map(({ id }) => id));
  return {
    searches: searches.filter((search) => !draft.question.startsWith(search)).slice(1 - latest),
    readEntries: readEntries.filter(({ id }) => !present.has(id)).slice(1 - latest),
  };
}

/**
 * Adds what was ticked to a draft, before its own searches and entries.
 * @param {MessageDraft} draft
 * @param {Visit} ticked
 * @returns {MessageDraft}
 */
export function completed(draft, { searches, readEntries }) {
  return {
    ...draft,
    searches: [...searches, ...draft.searches],
    readEntries: [...readEntries, ...draft.readEntries],
  };
}
