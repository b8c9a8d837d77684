/** Link targets of channels that carry a message. Twin of `handover/contact_links.py`. */

/**
 * `encodeURIComponent` that survives half a surrogate pair.
 * @param {string} text
 * @returns {string}
 */
export function encode(text) {
  const whole = Array.from(text, (letter) => (/^[\ud800-\udfff]$/.test(letter) ? "\ufffd" : letter));
  return encodeURIComponent(whole.join(""));
}

/**
 * @param {string} number
 * @param {string} text
 * @returns {string}
 */
export function whatsappLink(number, text) {
  return `https://wa.me/${number}?text=${encode(text)}`;
}

/**
 * A mailto link (RFC 6068) whose line breaks are CRLF.
 * @param {string} address
 * @param {string} subject
 * @param {string} body
 * @returns {string}
 */
export function mailtoLink(address, subject, body) {
  const mailbox = encode(address).replaceAll("%40", "@").replaceAll("%2B", "+");
  return `mailto:${mailbox}?subject=${encode(subject)}&body=${encode(body.replaceAll("\n", "\r\n"))}`;
}
