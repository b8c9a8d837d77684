/**
 * Connects a page: the search box, marks of freshness, and the way to a person.
 *
 * Runs on every page and stays small; what searching needs is loaded when the visitor first
 * touches the search box.
 */

const root = new URL(document.body.dataset.root ?? "./", location.href);
const input = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));

if (input?.form) connectSearch(input, input.form);
showPastReview();
connectHelpful();
promiseDates();
noteReading();

/**
 * @param {HTMLInputElement} box
 * @param {HTMLFormElement} form
 */
function connectSearch(box, form) {
  const isSearchPage = document.body.dataset.page === "search";
  const broken = /** @type {HTMLElement} */ (document.querySelector("#tanpa-cari"));
  /** @type {Promise<void> | null} */
  let loading = null;

  /** Loads live search once; after a failure the next touch tries again. */
  function touch() {
    loading ??= import("./search.js").then(
      ({ connect }) => {
        broken.hidden = true;
        connect({
          root,
          box,
          form,
          isSearchPage,
          region: /** @type {HTMLElement} */ (document.querySelector("#hasil")),
          status: /** @type {HTMLElement} */ (document.querySelector("#status")),
        });
      },
      () => {
        loading = null;
        broken.hidden = false;
      },
    );
  }

  box.addEventListener("focus", touch);
  box.addEventListener("input", touch);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  if (isSearchPage) {
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    if (box.value) touch();
  }
}

/** A page that was built before its review date passed says so once the date has passed. */
function showPastReview() {
  const notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-review-by]"));
  const today = new Date().toISOString().slice(0, 10);
  if (notice && (notice.dataset.reviewBy ?? "") < today) notice.hidden = false;
}

function connectHelpful() {
  const yes = /** @type {HTMLButtonElement | null} */ (document.querySelector("#terbantu"));
  const thanks = document.querySelector("#terima-kasih");
  if (!yes || !thanks) return;
  yes.hidden = false;
  yes.addEventListener("click", async () => {
    const { config } = await import("./config.js");
    thanks.textContent = config.strings.browser_thanks;
    yes.hidden = true;
  });
}

/** Turns "3 hari kerja" into the date that follows from the visitor's today. */
async function promiseDates() {
  const places = document.querySelectorAll(".channels [data-reply]");
  if (places.length === 0) return;
  const [{ config }, { promiseText }] = await Promise.all([
    import("./config.js"),
    import("./reply_date.js"),
  ]);
  for (const place of places) place.textContent = promiseText(config, new Date());
}

/** An entry read after a search is named in the message, should the visitor write one. */
async function noteReading() {
  const id = document.body.dataset.entry;
  if (!id || !hasSearched()) return;
  const { noteOpened } = await import("./visit.js");
  noteOpened({ id, title: document.querySelector("h1")?.textContent?.trim() ?? id });
}

/** Whether this visit has searched; no when the browser keeps nothing. */
function hasSearched() {
  try {
    return sessionStorage.getItem("caridulu") !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
