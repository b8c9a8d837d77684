/** Text -> tokens -> words -> terms. Twin of `analyzer.py`: same names, same results. */

import { stemOf } from "./stemmer.js";

const TOKEN = /[0-9a-z]+/g;
const APOSTROPHE = /(?<=[a-z])['`\u2018\u2019\u02bc](?=[a-z])/g;
const E_WORD = /\be-(?=[a-z]{3})/g;
const THOUSANDS = /(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))/g;
const REDUPLICATION = /^([a-z]{3,})2$/;
const DOUBLED = /([a-z])\1+/g;
const DRAWN_OUT = /([a-z])\1{2,}/g;
const ROMAN = 4;
const PARTICLE = /^(.{3,}?)(?:kah|lah|pun|nya|ku|mu)$/;
const LETTERS = /^[a-z]+$/;
const MIN_STEMMED = 4;

/** @param {string} text */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  const folded = fold(text).replace(E_WORD, "e").replace(THOUSANDS, "").replace(APOSTROPHE, "");
  return (folded.match(TOKEN) ?? []).map((token) => cut(token).replace(REDUPLICATION, "$1"));
}

/** @param {string} token */
const cut = (token) => (token.length > ROMAN ? token.replace(DRAWN_OUT, "$1") : token);

/** @param {string} word */
export const isLetters = (word) => LETTERS.test(word);

/**
 * Lines `tanya=ber~ per~an` -> word to value; `~` stands for the value.
 * @param {string} table
 * @returns {Map<string, string>}
 */
function ungrouped(table) {
  return new Map(
    table.split("\n").flatMap((line) => {
      const [value, words = ""] = line.split("=");
      return words.split(" ").map((word) => [word.replaceAll("~", value), value]);
    }),
  );
}

/** The chain from text to terms, with the tables that Python published. */
export class Analyzer {
  /**
   * @param {{colloquial: string, stems: string, silent: string, weak: string, greetings: string,
   *   clitics: string}} tables
   */
  constructor(tables) {
    this.colloquial = ungrouped(tables.colloquial);
    this.stems = ungrouped(tables.stems);
    this.silent = new Set(tables.silent.split(" "));
    this.weak = new Set(tables.weak.split(" "));
    this.greetings = new Set(tables.greetings.split(" "));
    this.clitics = tables.clitics.split(" ");
  }

  /**
   * @param {string} text
   * @returns {string[]}
   */
  words(text) {
    return tokens(text).flatMap((token) => this.standard(token));
  }

  /** @param {string} token */
  standard(token) {
    const { colloquial, silent, weak } = this;
    if (silent.has(token) || weak.has(token)) return [token];
    const short = token.replace(DOUBLED, "$1");
    const everyday = silent.has(short) || weak.has(short) || colloquial.has(short);
    const known = colloquial.has(token) || !everyday ? token : short;
    return colloquial.get(known)?.split(" ") ?? [known];
  }

  /**
   * @param {string} word
   * @returns {string}
   */
  term(word) {
    const exception = this.stems.get(word) ?? this.stems.get(PARTICLE.exec(word)?.[1] ?? "");
    if (exception !== undefined) return exception;
    return word.length < MIN_STEMMED || !isLetters(word) ? word : stemOf(word);
  }
}
