/** DOM nodes from values. Content only ever becomes text. */

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * @param {string} label
 * @param {string} look
 * @param {(event: Event) => void} onClick
 */
export function button(label, look, onClick) {
  const node = element("button", { type: "button", class: look }, label);
  node.addEventListener("click", onClick);
  return node;
}
