/**
 * Connects a page: the search box, marks of freshness, and the way to a person.
 *
 * Runs on every page and stays small; what searching needs is loaded when the visitor first
 * touches the search box.
 */

import { askedHere } from "./asked.js";
import { bar, element } from "./elements.js";
import { hurry, load } from "./loader.js";
import { english, index } from "./place.js";
import { words } from "./words.js";

const root = new URL(document.body.dataset.root ?? "./", location.href);

if (english && location.hash === "#en") startEnglish();
else start();

function start() {
  if (english) connectSwitch();
  else load("english").then(({ speakEnglish }) => speakEnglish(root));
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));
  if (input?.form) connectSearch(input, input.form);
  showPastReview();
  connectHelpful();
  connectPrint();
  connectAsking();
  promiseDates();
  noteReading();
  const isKept = navigator.serviceWorker?.controller; // by a worker, which only a stored site has
  if (isKept || document.body.dataset.page === "keep") load("keep").then(({ connectKeep }) => connectKeep(root));
}

/**
 * A part of the page that works only with this script, and is therefore not in the page.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function added(tag, attributes, ...children) {
  const node = element(tag, attributes, ...children);
  if (words.lang !== document.documentElement.lang) node.lang = words.lang;
  return node;
}

/**
 * @param {string} path
 * @param {string} text
 */
function link(path, text) {
  return /** @type {HTMLAnchorElement} */ (element("a", { href: new URL(path, root).href }, text));
}

/** @param {string | number} moment */
function longDate(moment) {
  return new Date(moment).toLocaleDateString(words.lang, { dateStyle: "long" });
}

/** Hands the page over to the same script in English, which lies in a folder of its own. */
function startEnglish() {
  const own = /** @type {HTMLScriptElement} */ (document.querySelector("script[src$='main.js']"));
  const script = document.createElement("script");
  script.type = own.type;
  script.src = own.src.replace(/[^/]+(?=\/main\.js$)/, english);
  script.onerror = start; // better Indonesian than nothing
  document.head.append(script);
}

/** A page without an English twin stays, and what surrounds its text turns English. */
function connectSwitch() {
  document.querySelector("[data-stays]")?.addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = "en";
    location.reload();
  });
}

/**
 * @param {HTMLInputElement} box
 * @param {HTMLFormElement} form
 */
function connectSearch(box, form) {
  const isSearchPage = document.body.dataset.page === "search";
  const status = added("p", { id: "status", class: "sr", role: "status" });
  form.append(status);
  Object.assign(box, { autocomplete: "off", autocapitalize: "none", spellcheck: false, enterKeyHint: "search" });
  const region = added("section", { id: "hasil", class: "results", "aria-label": words.results_label });
  region.hidden = true;
  document.querySelector("#isi > .wrap")?.prepend(region);
  const broken = added("p", { class: "broken", role: "alert" });
  /** @type {Promise<void> | null} */
  let loading = null;

  /** Loads live search once; after a failure the next touch tries again. */
  function touch() {
    if (loading === null) hurry(new URL(`${index}manifest.json`, root).href);
    loading ??= load("search").then(
      ({ connect }) => {
        broken.remove();
        connect({ root, box, form, isSearchPage, region, status });
      },
      () => {
        loading = null;
        region.hidden = true;
        const ways = [link(words.topics, words.categories_title), " · ", link(words.office, words.contact)];
        broken.replaceChildren(`${words.search_broken} `, ...ways);
        form.append(broken);
      },
    );
  }

  for (const event of ["pointerdown", "focus", "input"]) box.addEventListener(event, touch);
  box.value ||= askedHere().get("q") ?? "";
  if (box.value && !isSearchPage) awaitResults(box, region);
  if (box.value || box === document.activeElement) touch(); // who typed before this script came
}

/**
 * What stands below returning results goes where it will stand before it is seen elsewhere.
 * @param {HTMLInputElement} box
 * @param {HTMLElement} region
 */
function awaitResults(box, region) {
  region.hidden = false;
  region.classList.add("awaited");
  box.addEventListener("input", () => region.classList.remove("awaited"), { once: true });
}

/** A page that was built before its review date passed says so once the date has passed here. */
function showPastReview() {
  const said = overdue(document);
  if (!said) return;
  const ask = link(words.office, words.ask_newer); // until its message is there
  bar(added("div", { class: "notice wrap" }, element("p", {}, `${said} `, ask)));
  load("handover").then(({ newerUrl }) => (ask.href = newerUrl(root) ?? ask.href), console.error);
}

/** @param {Document} page */
function overdue(page) {
  const day = page.querySelector("[data-review-by]")?.getAttribute("data-review-by");
  if (!day || new Date() < new Date(`${day}T24:00`)) return null;
  return words.past_review.replace("{date}", () => longDate(`${day}T00:00`));
}

function connectHelpful() {
  const title = document.querySelector("#membantu");
  if (!title) return;
  const yes = added("button", { type: "button", class: "button plain" }, words.helpful_yes);
  yes.addEventListener("click", () => {
    const thanks = added("p", { tabindex: "-1" }, words.helpful_thanks);
    yes.replaceWith(thanks);
    thanks.focus();
  });
  title.after(yes);
}

/** Who is not helped gets every channel, with a message that names this entry and the searches. */
function connectAsking() {
  const fold = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details#tanya"));
  const place = document.querySelector("#kanal");
  const entry = openedEntry();
  if (!fold || !place || !entry) return;
  const fill = async () => {
    const [{ handoverNodes }, { thisVisit }] = await Promise.all([load("handover"), load("visit")]);
    const { searches, opened } = thisVisit();
    const others = opened.filter((/** @type {{id: string}} */ each) => each.id !== entry.id);
    const draft = { question: "", searches, opened: [...others, entry], outcome: "U" };
    place.replaceChildren(...handoverNodes({ K: { ...draft, topic: "K" }, P: { ...draft, topic: "P" } }));
  };
  // What the page already offers stays when more cannot be fetched.
  fold.addEventListener("toggle", () => fold.open && fill().catch(console.error), { once: true });
}

/** @returns {{id: string, title: string} | null} */
function openedEntry() {
  const id = /\/kb\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1];
  return id && document.querySelector("[typeof=Question]") ? { id, title: document.querySelector("h1")?.textContent?.trim() ?? id } : null;
}

function connectPrint() {
  const tools = document.querySelector(".tools");
  /**
   * @param {string} text
   * @param {() => void} onClick
   */
  const offer = (text, onClick) => {
    const print = added("button", { type: "button", class: "link print" }, text);
    print.addEventListener("click", onClick);
    tools?.append(print);
  };
  offer(words.print, () => window.print());
  // From a folder no page can read another one.
  if (document.querySelector(".entries") && location.protocol !== "file:") {
    const said = added("p", { role: "status" });
    offer(words.print_answers, () =>
      load("sheet").then(
        ({ printAnswers }) => printAnswers(said, overdue, words.print_failed),
        () => (said.textContent = words.print_failed),
      ),
    );
    tools?.after(said);
  }
  const printed = added("p", { class: "printed" });
  document.querySelector("footer .wrap")?.append(printed);
  addEventListener("beforeprint", () => {
    const own = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
    const address = own?.href ?? location.href.replace(/#.*/, "");
    printed.textContent = words.printed
      .replace("{date}", () => longDate(Date.now()))
      .replace("{address}", () => address);
  });
}

/** Turns "3 hari kerja" into the date that follows from the visitor's today. */
async function promiseDates() {
  const places = document.querySelectorAll(".channels [data-reply]");
  if (places.length === 0) return;
  const { promise } = await load("handover");
  for (const place of places) place.textContent = promise();
}

/** An entry read after a search is named in the message, should the visitor write one. */
async function noteReading() {
  const entry = openedEntry();
  if (!entry || !hasSearched()) return;
  const { noteOpened } = await load("visit");
  noteOpened(entry);
}

/** Whether this visit has searched; no when the browser keeps nothing. */
function hasSearched() {
  try {
    return sessionStorage.getItem(`caridulu ${root.pathname}`) !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
