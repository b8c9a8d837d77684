/** The way to a person as DOM nodes: channels with the message already written. */

import { contact } from "./contact.js";
import { element } from "./elements.js";
import { channelUrl, messageText } from "./fallback.js";
import { promiseText } from "./reply_date.js";

/**
 * @typedef {import("./fallback.js").Draft} Draft
 * @typedef {{K: Draft, P: Draft}} Drafts
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * By when an answer comes if the visitor writes now.
 * @returns {string}
 */
export const promise = () => promiseText(contact, new Date());

/**
 * The message that asks for the newer version of this page; null without a channel that carries it.
 * Twin of `newer_url` in `entry_page.py`.
 * @param {URL} root
 * @returns {string | null}
 */
export function newerUrl(root) {
  const base = new URL(".", root).pathname;
  const path = location.pathname.slice(base.length).replace(/index\.html$/, "");
  const question = `${document.querySelector("h1")?.textContent?.trim()} (${path})`;
  /** @param {import("./fallback.js").Channel} channel */
  const rank = ({ unconfirmed, number }) => (unconfirmed ? 2 : 0) + (number ? 0 : 1);
  const [first] = [...contact.channels.consultation, ...contact.channels.complaint]
    .filter(({ number, mailbox }) => number || mailbox)
    .sort((a, b) => rank(a) - rank(b));
  const draft = { topic: /** @type {const} */ ("V"), question, searches: [], opened: [], outcome: "U" };
  return first ? channelUrl(first, draft, contact) : null;
}

/**
 * The consultation channels, and the complaint channels apart.
 * @param {Drafts} drafts
 * @returns {Node[]}
 */
export function handoverNodes(drafts) {
  const complaint = element(
    "details",
    {},
    element("summary", {}, contact.strings.handover_complain),
    channelNode(drafts.P, contact.channels.complaint, ""),
  );
  return [channelNode(drafts.K, contact.channels.consultation, promise()), complaint];
}

/**
 * @param {Draft} draft
 * @param {import("./fallback.js").Channel[]} channels
 * @param {string} promised
 */
function channelNode(draft, channels, promised) {
  const { icons, strings } = contact;
  return element(
    "div",
    { class: "channels" },
    promised ? element("p", { class: "promise" }, iconNode(icons.promise), promised) : null,
    element("ul", {}, ...channels.map((channel) => rowNode(channel, draft))),
    element("p", { class: "note" }, strings.impostor_notice),
    previewNode(draft),
    element("p", { class: "note" }, strings.send_notice),
  );
}

/**
 * @param {import("./fallback.js").Channel} channel
 * @param {Draft} draft
 */
function rowNode(channel, draft) {
  const { icons, strings } = contact;
  const url = channelUrl(channel, draft, contact);
  const address = channel.address ? element("span", { class: "note", lang: "id" }, channel.address) : null;
  const parts = [
    iconNode(icons[channel.kind]),
    element("span", {}, element("b", {}, channel.label), address),
  ];
  const face = url ? element("a", { href: url }, ...parts) : element("div", {}, ...parts);
  return element(
    "li",
    { "data-channel": channel.id },
    face,
    channel.note ? element("p", { class: "note", lang: "id" }, channel.note) : null,
    channel.unconfirmed
      ? element("p", { class: "warn" }, iconNode(icons.warning), strings[`unconfirmed_${channel.unconfirmed}`])
      : null,
  );
}

/**
 * An icon from the site's one file of icons; from a folder it is drawn here. Some sites have none.
 * @param {string} icon
 */
function iconNode(icon) {
  if (!icon) return null;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, contact.sprite ? "use" : "path");
  if (contact.sprite) shape.setAttribute("href", `${document.body.dataset.root}${contact.sprite}#${icon}`);
  else {
    svg.setAttribute("viewBox", "0 0 24 24");
    shape.setAttribute("d", icon);
  }
  svg.append(shape);
  return svg;
}

/**
 * The message in full, to read before sending and to copy into a web form.
 * @param {Draft} draft
 */
function previewNode(draft) {
  const { strings } = contact;
  const text = messageText(draft, contact);
  const copy = element("button", { type: "button", class: "button plain" }, strings.handover_copy);
  const done = element("span", { role: "status" });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    done.textContent = ` ${strings.handover_copied}`;
  });
  return element(
    "details",
    { class: "preview" },
    element("summary", {}, strings.handover_preview),
    element("p", { class: "message" }, text),
    // Browsers offer the clipboard on https and on this computer only.
    navigator.clipboard ? element("p", {}, copy, done) : null,
  );
}
