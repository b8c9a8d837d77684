/**
 * The message that is already written when a visitor turns to the office, and its links.
 * Twin of `fallback.py`, which describes the message and its counting lines.
 */

import { fill, oneLine } from "./text.js";

const KEPT = 3;
const PIECE = 80;
const SHORT = 40;

/**
 * @typedef {{id: string, title: string}} Opened
 * @typedef {{topic: "K" | "P" | "V", question: string, searches: string[], opened: Opened[],
 *   outcome: string}} Draft
 * @typedef {{id: string, kind: string, label: string, address: string | null,
 *   note: string | null, unconfirmed: string | null, url: string | null, number?: string,
 *   mailbox?: string}} Channel
 * @typedef {{office: string, format: string, limits: {mailto: number, whatsapp: number},
 *   strings: Record<string, string>}} Config
 */

/** @type {Record<string, string>} */
const TOPICS = { K: "consultation", P: "complaint", V: "newer" };

/**
 * The whole message, ready to send.
 * @param {Draft} draft
 * @param {Config} config
 * @returns {string}
 */
export function messageText(draft, config) {
  const name = TOPICS[draft.topic];
  const { strings, office } = config;
  const question = draft.question.trim() || strings[`message_${name}_blank`];
  const blocks = [
    fill(strings[`message_${name}_opening`], { office }),
    fill(strings[`message_${name}_question`], { question }),
    strings[`message_${name}_details`],
    openedBlock(draft.opened, config),
    countingBlock(draft, config),
  ];
  return blocks.filter(Boolean).join("\n\n");
}

/**
 * The e-mail's subject.
 * @param {Draft} draft
 * @param {Config} config
 * @returns {string}
 */
export function subjectText(draft, { strings }) {
  const name = TOPICS[draft.topic];
  const question = shorten(draft.question, SHORT) || strings[`message_${name}_subject_blank`];
  return fill(strings[`message_${name}_subject`], { question });
}

/**
 * Where a tap on the channel leads; null when it is text only.
 * @param {Channel} channel
 * @param {Draft} draft
 * @param {Config} config
 * @returns {string | null}
 */
export function channelUrl(channel, draft, config) {
  if (channel.number) return whatsapp(channel.number, draft, config);
  if (channel.mailbox) return mailto(channel.mailbox, draft, config);
  return channel.url;
}

/**
 * @param {string} number
 * @param {Draft} draft
 * @param {Config} config
 * @returns {string}
 */
export function whatsapp(number, draft, config) {
  return firstFitting(
    (each) => `https://wa.me/${number}?text=${encode(messageText(each, config))}`,
    draft,
    config.limits.whatsapp,
    config,
  );
}

/**
 * @param {string} address
 * @param {Draft} draft
 * @param {Config} config
 * @returns {string}
 */
export function mailto(address, draft, config) {
  const mailbox = encode(address).replaceAll("%40", "@").replaceAll("%2B", "+");
  return firstFitting(
    (each) => {
      const body = messageText(each, config).replaceAll("\n", "\r\n");
      return `mailto:${mailbox}?subject=${encode(subjectText(each, config))}&body=${encode(body)}`;
    },
    draft,
    config.limits.mailto,
    config,
  );
}

/**
 * The latest searches as one line.
 * @param {string[]} searches
 * @returns {string}
 */
export function searchLine(searches) {
  return searches
    .slice(-KEPT)
    .map((search) => shorten(search.replaceAll("|", "/")))
    .join(" | ");
}

/**
 * @param {Draft} draft
 * @param {Config} config
 * @returns {string}
 */
export function code(draft, { format }) {
  const check = fnv1a(searchLine(draft.searches).toLowerCase());
  return `${format}-${draft.topic}-${draft.outcome}-${check.toString(16).padStart(8, "0")}`;
}

/**
 * The 32-bit FNV-1a hash of the UTF-8 bytes of `text`.
 * @param {string} text
 * @returns {number}
 */
export function fnv1a(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value;
}

/**
 * `encodeURIComponent` that survives half a surrogate pair.
 * @param {string} text
 */
function encode(text) {
  const whole = Array.from(text, (letter) => (/^[\ud800-\udfff]$/.test(letter) ? "\ufffd" : letter));
  return encodeURIComponent(whole.join(""));
}

/**
 * @param {Opened[]} opened
 * @param {Config} config
 */
function openedBlock(opened, { strings }) {
  if (opened.length === 0) return "";
  const lines = opened.slice(-KEPT).map((each) => `- ${shorten(each.title)} (${each.id})`);
  return [strings.message_opened, ...lines].join("\n");
}

/**
 * @param {Draft} draft
 * @param {Config} config
 */
function countingBlock(draft, config) {
  const searches = searchLine(draft.searches);
  const lines = [
    searches ? fill(config.strings.message_searches, { searches }) : "",
    fill(config.strings.message_code, { code: code(draft, config) }),
    config.strings.message_sent_from,
  ];
  return lines.filter(Boolean).join("\n");
}

/**
 * @param {string} text
 * @param {number} [length]
 */
function shorten(text, length = PIECE) {
  const letters = Array.from(oneLine(text));
  return letters.length <= length
    ? letters.join("")
    : `${letters.slice(0, length - 1).join("").trimEnd()}…`;
}

/**
 * The link of the fullest draft that stays within `limit`, or else of the shortest.
 * @param {(draft: Draft) => string} link
 * @param {Draft} draft
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
 * The draft; then its question cut politely; then without entries; then without searches.
 * @param {Draft} draft
 * @param {Config} config
 * @returns {Generator<Draft>}
 */
function* everShorter(draft, { strings }) {
  yield draft;
  let letters = Array.from(draft.question.trim());
  let shortest = draft;
  while (letters.length > SHORT) {
    const length = Math.max(SHORT, Math.floor((letters.length * 7) / 8));
    letters = Array.from(letters.slice(0, length).join("").trimEnd());
    shortest = { ...draft, question: fill(strings.message_cut, { question: letters.join("") }) };
    yield shortest;
  }
  yield { ...shortest, opened: [] };
  yield { ...shortest, opened: [], searches: [] };
}
