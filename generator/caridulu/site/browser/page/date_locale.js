/**
 * The language by which a browser writes days; in English as the site's own pages, the day first.
 * @param {string} lang
 */
export const dateLocale = (lang) => (lang === "en" ? "en-GB" : lang);
