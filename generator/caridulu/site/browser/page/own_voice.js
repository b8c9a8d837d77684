/**
 * Voices that run on the device.
 *
 * Others send the text to a company's computers, so they are never used: without an Indonesian
 * voice of its own a device gets no button.
 */

/**
 * Calls back once, as soon as there is such a voice.
 * @param {() => void} offer
 */
export function whenVoiced(offer) {
  const speech = window.speechSynthesis;
  if (!speech) return;
  let isOffered = false;
  const look = () => {
    if (isOffered || !ownVoice(speech)) return;
    isOffered = true;
    offer();
  };
  look();
  speech.addEventListener?.("voiceschanged", look); // Chromium learns of its voices late
}

/** @param {SpeechSynthesis} speech */
export function ownVoice(speech) {
  return speech.getVoices().find((voice) => voice.localService === true && /^id([-_]|$)/i.test(voice.lang));
}
