/**
 * The prepared message of a visitor to the office.
 * Twin of `handover/handover_message.py`, which shows one.
 */

import { fill } from "../page/strings.js";
import { mailtoLink, whatsappLink } from "./contact_links.js";
import { code, searchLine, shorten } from "./handover_line.js";

/**
 * @typedef {import("./visit.js").ReadEntry} ReadEntry
 * @typedef {{topic: "consultation" | "complaint" | "newer", question: string, searches: string[],
 *   readEntries: ReadEntry[], outcome?: string}} MessageDraft
 * @typedef {import("./handover_line.js").LineFormat &
 *   {mailtoLimit: number, whatsappLimit: number, shortest: number}} MessageFormat
 * @typedef {{office: string, format: MessageFormat, strings: Record<string, string>}} Config
 */

/**
 * Writes the whole message, ready to send.
 * @param {MessageDraft} draft
 * @param {Config} config
 * @returns {string}
 */
export function messageText(draft, config) {
  const { strings, office } = config;
  const { topic } = draft;
  const question = draft.question.trim() || strings[`message_${topic}_blank`];
  const blocks = [
    fill(strings[`message_${topic}_opening`], { office }),
    fill(strings[`message_${topic}_question`], { question }),
    strings[`message_${topic}_details`],
    entriesBlock(draft.readEntries, config),
    countingBlock(draft, config),
  ];
  return blocks.filter(Boolean).join("\n\n");
}

/**
 * Writes the e-mail's subject: the topic, then the question's beginning.
 * @param {MessageDraft} draft
 * @param {Config} config
 * @returns {string}
 */
export function subjectText({ topic, question }, { strings, format }) {
  const beginning = shorten(question, format.shortest) || strings[`message_${topic}_subject_blank`];
  return fill(strings[`message_${topic}_subject`], { question: beginning });
}

/**
 * Gives the wa.me link that carries the message.
 * @param {string} number
 * @param {MessageDraft} draft
 * @param {Config} config
 * @returns {string}
 */
export function messageWhatsappLink(number, draft, config) {
  const link = (/** @type {MessageDraft} */ each) => whatsappLink(number, messageText(each, config));
  return firstFitting(link, draft, config.format.whatsappLimit, config);
}

/**
 * Gives the mailto link that carries the message.
 * @param {string} address
 * @param {MessageDraft} draft
 * @param {Config} config
 * @returns {string}
 */
export function messageMailtoLink(address, draft, config) {
  const link = (/** @type {MessageDraft} */ each) =>
    mailtoLink(address, subjectText(each, config), messageText(each, config));
  return firstFitting(link, draft, config.format.mailtoLimit, config);
}

/**
 * @param {ReadEntry[]} entries
 * @param {Config} config
 */
function entriesBlock(entries, { strings, format }) {
  if (entries.length === 0) return "";
  const latest = entries.slice(-format.latest);
  const lines = latest.map(({ id, title }) => `- ${shorten(title, format.piece)} (${id})`);
  return [strings.message_opened, ...lines].join("\n");
}

/**
 * @param {MessageDraft} draft
 * @param {Config} config
 */
function countingBlock({ topic, outcome, searches }, { strings, format }) {
  const line = searchLine(searches, format);
  const lines = [
    line && fill(strings.message_searches, { searches: line }),
    fill(strings.message_code, { code: code(topic, outcome, line, format) }),
    strings.message_sent_from,
  ];
  return lines.filter(Boolean).join("\n");
}

/**
 * Returns the link of the fullest draft that stays within `limit`, or else of the shortest.
 * @param {(draft: MessageDraft) => string} link
 * @param {MessageDraft} draft
 * @param {number} limit
 * @param {Config} config
 */
function firstFitting(link, draft, limit, config) {
  let address = "";
  for (const shorter of everShorter(draft, config)) {
    address = link(shorter);
    if (address.length <= limit) break;
  }
  return address;
}

/**
 * Yields the draft, then shorter ones: question cut, without entries, without searches.
 * @param {MessageDraft} draft
 * @param {Config} config
 * @returns {Generator<MessageDraft>}
 */
function* everShorter(draft, { strings, format }) {
  yield draft;
  let letters = Array.from(draft.question.trim());
  let shortest = draft;
  while (letters.length > format.shortest) {
    const length = Math.max(format.shortest, Math.floor((letters.length * 7) / 8));
    letters = Array.from(letters.slice(0, length).join("").trimEnd());
    shortest = { ...draft, question: fill(strings.message_cut, { question: letters.join("") }) };
    yield shortest;
  }
  yield { ...shortest, readEntries: [] };
  yield { ...shortest, readEntries: [], searches: [] };
}
