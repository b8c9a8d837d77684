/** The clarifying question: which of several answers is meant, or which word. */

import { button, element } from "../page/elements.js";
import { strings } from "../values/search_config.js";
import { titleLang } from "./hit_titles.js";
import { correctionWords } from "./correction.js";
import { announcement, quoted } from "./outcome_words.js";

/**
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./results.js").Context} Context
 * @typedef {import("./results.js").Choice} Choice
 */

/**
 * Makes the clarifying question: what an unknown word may be, or which near answer is meant.
 * @param {Result} result
 * @returns {{name: string, choices: Choice[]}}
 */
function askedBack({ guess, choices, topic }) {
  if (guess) return { name: strings.browser_guess, choices: [{ label: guess, query: guess }] };
  return { name: strings.browser_choices, choices: topic ? [] : choices };
}

/**
 * Makes links to more precise queries. Their space is reserved from the first hits on.
 * @param {Result} result
 * @param {Context} context
 */
export function choicesNode(result, { onAsk }) {
  const { name, choices } = askedBack(result);
  if (choices.length === 0) return result.competing > 1 ? element("div", { class: "choices" }) : null;
  const buttons = choices.map(({ entry, label, query }) => {
    const choice = button(label, "button plain", () => onAsk(query));
    choice.lang = titleLang(result.hits.find((hit) => hit.entry === entry)?.id);
    return choice;
  });
  const look = result.outcome === "answered" ? "choices" : "choices wrapped"; // as high as before all was there
  return element("div", { class: look, role: "group", "aria-label": name }, element("span", {}, name), ...buttons);
}

/**
 * Joins the announcement of results with how the words were read, and with the clarifying question.
 * @param {Result} result
 */
export function spokenResult(result) {
  const { name, choices } = askedBack(result);
  const asked = choices.length ? [name, quoted(choices.map(({ label }) => label))] : [];
  return [...(correctionWords(result)?.slice(0, 1) ?? []), announcement(result, strings), ...asked].join(" ");
}
