/** The note beside a hit: its topic, and its date where that matters. */

import { dateLocale } from "../page/date_locale.js";
import { fill } from "../page/strings.js";

const YEAR = 365 * 24 * 60 * 60 * 1_000; // ms
const NOTE = /^(\d+)(?:([rc])(\d{4})(\d\d)(\d\d))?$/; // as in `search/index/fields.py`

/**
 * The topic; the day of a review, and of compiling only once that is more than a year ago, for until
 * then it is nearly the same for all.
 * @param {string} note
 * @param {{topics: string[], strings: Record<string, string>}} config
 * @param {string} lang
 * @param {number} [now]
 */
export function hitNote(note, { topics, strings }, lang, now = Date.now()) {
  const [, topic, kind, year, month, day] = NOTE.exec(note) ?? [];
  const name = topics[Number(topic)] ?? "";
  if (!kind) return name;
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (kind === "c" && now - moment <= YEAR) return name;
  const date = new Date(moment).toLocaleDateString(dateLocale(lang), { dateStyle: "medium", timeZone: "UTC" });
  const said = kind === "r" ? strings.browser_reviewed : strings.browser_compiled;
  return `${name} · ${fill(said, { date })}`;
}
