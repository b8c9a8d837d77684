/** The way to a person as DOM nodes: channels with the message already written. */

import { button, element } from "../page/elements.js";
import { root } from "../page/root.js";
import { withoutIdentityNumbers } from "../search/personal_numbers.js";
import { contact } from "../values/contact.js";
import { isForComplaints } from "./complaints.js";
import { completed, earlierThan } from "./earlier.js";
import { earlierNode, forgetButton } from "./earlier_list.js";
import { messageMailtoLink, messageText, messageWhatsappLink } from "./handover_message.js";
import { promiseText } from "./reply_date.js";
import { thisVisit } from "./visit.js";

/**
 * @typedef {import("./handover_message.js").MessageDraft} MessageDraft
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {{id: string, kind: string, label: string, address: string | null,
 *   note: string | null, note_language: string, unconfirmed: string | null,
 *   url: string | null, recipient: string | null}} Channel `recipient` of a message: a number or a mailbox
 */

const SVG = "http://www.w3.org/2000/svg";
/** @type {{strings: Record<string, string>, icons: Record<string, string>}} */
const { strings, icons } = contact;

/**
 * Returns the date of the answer if the visitor writes now.
 * @returns {string}
 */
const replyPromise = () => promiseText(contact, new Date());

/**
 * Fills a placeholder of the page: with the date, or the button that erases a visit. After a search the
 * channels beside the date offer what was searched and read, as they do elsewhere.
 * @param {Element} place
 */
export function fillPlace(place) {
  place.replaceChildren(place.id === "jejak" ? forgetButton() : replyPromise());
  const visit = thisVisit();
  if (visit.searches.length === 0 || document.body.dataset.topic === "complaint") return;
  /** @type {MessageDraft} */
  const draft = { topic: "consultation", question: "", searches: [], readEntries: [] };
  place.closest(".channels")?.replaceWith(channelsNode(draft, earlierThan(visit, draft, contact.format)));
}

/**
 * The way to a person from an entry that did not help.
 * @param {import("./visit.js").ReadEntry} entry
 */
export const entryHandover = (entry) => handoverNodes({ question: "", searches: [], readEntries: [entry] });

/**
 * The way to a person from a search.
 * @param {string} typed
 * @param {any} found null when nothing could be searched
 */
export function searchHandover(typed, found) {
  const query = withoutIdentityNumbers(typed);
  if (found?.greeting) return handoverNodes({ question: "", searches: [], readEntries: [] });
  const draft = { question: query, searches: [query], readEntries: [], outcome: found?.outcome };
  // Before all is found, or where nothing can be searched, nobody knows whether it is a complaint.
  const offers = Boolean(found?.query) && !found.touches && document.body.dataset.topic !== "complaint";
  // What was found to be about something else is no complaint; what was not understood may be one.
  const mayComplain = !found?.query || found.touches || found.outcome === "nothing";
  return handoverNodes(draft, offers, {
    isFirst: Boolean(found) && isForComplaints(found, contact.complaints),
    question: mayComplain ? query : "",
  });
}

/**
 * The consultation channels, and the complaint channels apart; the other way round for a search for
 * complaints. A complaint says nothing but what is complained about.
 * @param {Omit<MessageDraft, "topic">} draft of the present question and nothing else
 * @param {boolean} [offers] whether what was searched and read earlier is offered
 * @param {{isFirst: boolean, question: string}} [complaining]
 * @returns {Node[]}
 */
function handoverNodes(draft, offers = true, { isFirst, question } = { isFirst: false, question: "" }) {
  const offered = offers ? earlierThan(thisVisit(), draft, contact.format) : undefined;
  const consultation = channelsNode({ ...draft, topic: "consultation" }, offered);
  const complaint = channelsNode({ topic: "complaint", question, searches: [], readEntries: [] });
  const [first, name, second] = isFirst
    ? [complaint, strings.handover_consult, consultation]
    : [consultation, strings.handover_complain, complaint];
  return [first, element("details", {}, element("summary", {}, name), second)];
}

/**
 * Gives the target of a channel, with the message written where the channel can carry it.
 * @param {Channel} channel
 * @param {MessageDraft} draft
 * @returns {string | null}
 */
export function channelUrl({ kind, recipient, url }, draft) {
  if (recipient === null) return url;
  const link = kind === "whatsapp" ? messageWhatsappLink : messageMailtoLink;
  return link(recipient, draft, contact);
}

/**
 * Gives the link of a message that asks for the newer version of this page; null without a channel.
 * @returns {string | null}
 */
export function newerUrl() {
  const base = new URL(".", root).pathname;
  const path = location.pathname.slice(base.length).replace(/index\.html$/, "");
  const question = `${document.querySelector("h1")?.textContent?.trim()} (${path})`;
  /** @param {Channel} channel */
  const rank = ({ unconfirmed, kind }) => (unconfirmed ? 2 : 0) + (kind === "whatsapp" ? 0 : 1);
  const [first] = [...contact.channels.consultation, ...contact.channels.complaint]
    .filter(({ recipient }) => recipient !== null)
    .sort((a, b) => rank(a) - rank(b));
  return first ? channelUrl(first, { topic: "newer", question, searches: [], readEntries: [] }) : null;
}

/**
 * @param {MessageDraft} draft
 * @param {Visit} [offered] to be ticked
 */
function channelsNode(draft, offered = { searches: [], readEntries: [] }) {
  const promised = draft.topic === "consultation" && replyPromise();
  /** @type {Channel[]} */
  const channels = contact.channels[draft.topic];
  const nodes = channels.map((channel) => channelNode(channel, draft));
  const message = element("p", { class: "message" }, messageText(draft, contact));
  const list = earlierNode(offered, (ticked) => {
    const full = completed(draft, ticked);
    message.textContent = messageText(full, contact);
    channels.forEach((channel, n) => {
      const url = channelUrl(channel, full);
      if (url) nodes[n].querySelector("a")?.setAttribute("href", url);
    });
  });
  return element(
    "div",
    { class: "channels" },
    promised ? element("p", { class: "promise" }, iconNode(icons.promise), promised) : null,
    element("ul", {}, ...nodes),
    element("p", { class: "note" }, strings.impostor_notice),
    previewNode(message, list),
    element("p", { class: "note" }, strings.send_notice),
  );
}

/**
 * @param {Channel} channel
 * @param {MessageDraft} draft
 */
function channelNode(channel, draft) {
  const { id, kind, label, address, note, note_language, unconfirmed } = channel;
  const url = channelUrl(channel, draft);
  const isDoubted = unconfirmed === "number";
  const doubt = isDoubted ? element("em", { lang: document.documentElement.lang }, strings.unconfirmed_number) : null;
  const shown = address ? element("span", { class: "note", lang: "id" }, address, doubt && " ", doubt) : null;
  const parts = [iconNode(icons[kind]), element("span", {}, element("b", {}, label), shown)];
  return element(
    "li",
    { "data-channel": id },
    url ? element("a", { href: url }, ...parts) : element("div", {}, ...parts),
    note ? element("p", { class: "note", lang: note_language }, note) : null,
    unconfirmed === "address"
      ? element("p", { class: "warn" }, iconNode(icons.warning), strings.unconfirmed_address)
      : null,
  );
}

/** @param {string} drawing path data; some sites have no icons */
function iconNode(drawing) {
  if (!drawing) return null;
  const [svg, path] = ["svg", "path"].map((name) => document.createElementNS(SVG, name));
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("viewBox", "0 0 24 24");
  path.setAttribute("d", drawing);
  svg.append(path);
  return svg;
}

/**
 * The message in full, to read before sending and to copy into a web form; beside it what may be
 * added to it.
 * @param {HTMLElement} message
 * @param {HTMLElement | null} list
 */
function previewNode(message, list) {
  const status = element("span", { role: "status" });
  const copy = button(strings.handover_copy, "button plain", async () => {
    await navigator.clipboard.writeText(message.textContent ?? "");
    status.textContent = ` ${strings.handover_copied}`;
  });
  return element(
    "details",
    {},
    element("summary", {}, list ? strings.handover_preview_more : strings.handover_preview),
    list,
    message,
    // Browsers offer the clipboard on https and on this computer only.
    navigator.clipboard ? element("p", {}, copy, status) : null,
  );
}
