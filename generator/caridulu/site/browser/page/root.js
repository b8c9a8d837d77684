/** The address of the site's home page. */

export const root = new URL(document.body.dataset.root ?? "./", location.href);
