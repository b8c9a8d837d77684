/** What was searched and read before the present question: in no message unless it is ticked. */

/**
 * @typedef {import("./handover_message.js").MessageDraft} MessageDraft
 * @typedef {import("./visit.js").Visit} Visit
 */

/**
 * The part of a visit that is no part of the present question; with that, a message can name it all.
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
 * A draft with what was ticked before its own.
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
