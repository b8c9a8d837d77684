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
 * Shows a late notice at the lower edge of the window, where it pushes nothing down.
 * @param {Node} node
 */
export function showNotice(node) {
  let place = document.querySelector(".bars");
  if (!place) {
    place = element("div", { class: "bars" });
    document.querySelector("#isi")?.append(place);
  }
  place.append(node);
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
