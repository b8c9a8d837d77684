/** Text -> tokens -> words -> terms. Twin of `analyzer.py`: same names, same results. */

import { isLetters } from "./builtins.js";
import {
  DOUBLED, DROPPED, MIN_STEMMED, PARTICLE, REPEATED, SPOKEN, TOKEN,
} from "./parameters.js";
import { stemOf } from "./stemmer.js";

/** The text in lower case without accents, compatibility forms resolved. @param {string} text */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Lists `tanya ber~ men_kan` -> word to value: `~` is the value, `_` the value without its first letter.
 * @param {string} table
 * @returns {Map<string, string>}
 */
function ungrouped(table) {
  return new Map(
    table.split(",").flatMap((line) => {
      const [value, ...words] = line.split(" ");
      return words.map((word) => [word.replaceAll("~", value).replaceAll("_", value.slice(1)), value]);
    }),
  );
}

/** The chain from text to terms, with the tables that Python published. */
export class Analyzer {
  /**
   * @param {{colloquial: string, stems: string, stopWords: string, weak: string,
   *   figures: string, courtesies: string, greetings: string, clitics: string, places: string}} tables
   */
  constructor(tables) {
    this.colloquial = ungrouped(tables.colloquial);
    this.stems = ungrouped(tables.stems);
    this.stopWords = new Set(tables.stopWords.split(" "));
    this.weak = new Set(tables.weak.split(" "));
    this.figures = new Set(tables.figures.split(" "));
    this.courtesies = RegExp(`(?<= )(?:${tables.courtesies})(?= )`, "g");
    this.greetings = new Set(tables.greetings.split(" "));
    this.places = new Set(tables.places.split(" "));
    this.clitics = tables.clitics.split(" ");
  }

  /**
   * Runs of letters and digits, in order.
   * @param {string} text
   * @returns {string[]}
   */
  tokens(text) {
    return fold(text).replace(RegExp(DROPPED, "g"), "").match(RegExp(TOKEN, "g")) ?? [];
  }

  /**
   * Words in standard spelling: `dmn` gives `di`, `mana`.
   * @param {string} text
   * @returns {string[]}
   */
  words(text) {
    return this.tokens(text).flatMap((token) => this.standard(token));
  }

  /** Whether a word names no subject. @param {string} word */
  isEmpty(word) {
    return this.stopWords.has(word) || this.weak.has(word);
  }

  /** Standard words of a token; drawn-out ones are cut short: ituu -> itu. @param {string} token */
  standard(token) {
    const { colloquial } = this;
    if (token.length < 2 && isLetters(token) && !colloquial.has(token)) return [];
    const usual = token.replace(RegExp(REPEATED), "$1");
    if (this.isEmpty(usual)) return [usual];
    const short = usual.replace(RegExp(DOUBLED, "g"), "$1");
    // A letter twice is an abbreviation: kk is no drawn-out k.
    const everyday = short.length > 1 && (this.isEmpty(short) || colloquial.has(short));
    const known = colloquial.has(usual) || !everyday ? usual : short;
    const bare = known.match(PARTICLE)?.[1] ?? ""; // ngurusnya, as ngurus
    const spoken = known.match(SPOKEN)?.[1] ?? "";
    const standard = [known, bare, spoken].map((word) => colloquial.get(word)).find(Boolean);
    return standard?.split("+") ?? [this.weak.has(spoken) ? spoken : known];
  }

  /**
   * The stem under which the index keeps a word.
   * @param {string} word
   * @returns {string}
   */
  term(word) {
    const exception = this.stems.get(word) ?? this.stems.get(word.match(PARTICLE)?.[1] ?? "");
    if (exception !== undefined) return exception;
    return word.length < MIN_STEMMED || !isLetters(word) ? word : stemOf(word);
  }
}
