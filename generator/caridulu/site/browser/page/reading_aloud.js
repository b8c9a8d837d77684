/** Reads an answer aloud with a voice of the device. */

import { words } from "../values/reading_words.js";
import { button } from "./elements.js";
import { ownVoice } from "./own_voice.js";

/** Makes the button that starts and stops reading the page's answer. */
export function readingButton() {
  const speech = window.speechSynthesis;
  let isReading = false;
  const turn = (/** @type {boolean} */ on) => {
    isReading = on;
    reading.textContent = on ? words.read_stop : words.read_aloud;
  };
  const stop = () => {
    turn(false);
    speech.cancel();
  };
  const start = () => {
    const voice = ownVoice(speech); // voices come and go
    if (!voice) return;
    speech.cancel();
    turn(true);
    const parts = linesToRead().map((line) => spokenLine(line, voice));
    const last = /** @type {SpeechSynthesisUtterance} */ (parts.at(-1));
    last.onend = () => turn(false);
    for (const part of parts) {
      part.onerror = () => turn(false);
      speech.speak(part);
    }
  };
  const reading = button(words.read_aloud, "button plain", () => (isReading ? stop() : start()));
  addEventListener("pagehide", stop);
  return reading;
}

/** Splits question and answer into lines: some voices stop midway through a long text. */
function linesToRead() {
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article h1, article .lead, .answer"));
  return [...parts].flatMap((part) => part.innerText.split(/\n+/)).filter((line) => line.trim());
}

/**
 * @param {string} line
 * @param {SpeechSynthesisVoice} voice
 */
function spokenLine(line, voice) {
  return Object.assign(new SpeechSynthesisUtterance(line), { voice, lang: voice.lang });
}
