/**
 * The locale in which the browser writes dates; British English, as the pages put the day first.
 * @param {string} lang
 */
export const dateLocale = (lang) => (lang === "en" ? "en-GB" : lang);
