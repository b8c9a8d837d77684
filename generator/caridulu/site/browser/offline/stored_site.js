/**
 * Reading without a network: stores the site on this device when the visitor asks for it, removes it
 * again, and says on every page what of it comes from the store. The worker does the storing.
 */

import { dateLocale } from "../page/date_locale.js";
import { button, element } from "../page/elements.js";
import { showNotice } from "../page/notices.js";
import { root } from "../page/root.js";
import { currentParams } from "../search/search_params.js";
import { listFile, words, workerFile } from "../values/store.js";

export function connectStoredSite() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("#simpanan"));
  showStoredDate();
  if (place) connectButtons(place);
  else awaitNewVersion();
}

/** Shows of which day a stored page is; the service worker dates it. */
function showStoredDate() {
  const day = document.body.dataset.saved;
  if (!day) return;
  const date = new Date(day).toLocaleDateString(dateLocale(words.lang), { dateStyle: "long" });
  document.querySelector("#isi")?.prepend(notice(`${words.saved_copy} ${date}.`, "saved"));
}

/** Notifies once when a new version is stored while this page is read. */
function awaitNewVersion() {
  const notify = () => showNotice(notice(words.newer, "saved newer"));
  navigator.serviceWorker.addEventListener("controllerchange", notify, { once: true });
}

/**
 * A sentence about the store, and the way to the newest page.
 * @param {string} text
 * @param {string} look
 */
function notice(text, look) {
  const attributes = { class: `wrap ${look}`, role: "status", lang: words.lang };
  return element("p", attributes, `${text} `, button(words.reload, "link", reload));
}

/** Loads this page anew; what was typed comes along. */
function reload() {
  const params = currentParams();
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));
  if (box) params.set("q", box.value);
  history.replaceState({ asked: `${params}` }, "");
  location.reload();
}

/**
 * The page where the site is stored and removed; it has every sentence.
 * @param {HTMLElement} place
 */
async function connectButtons(place) {
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const save = /** @type {HTMLButtonElement} */ (place.querySelector("#simpan"));
  const remove = /** @type {HTMLButtonElement} */ (place.querySelector("#hapus"));

  /** @param {"saved" | "unsaved" | "saving" | "failed" | "impossible"} state */
  function show(state) {
    status.textContent = place.dataset[state] ?? "";
    save.hidden = state === "saved" || state === "impossible";
    save.disabled = state === "saving";
    remove.hidden = state !== "saved";
    place.hidden = false; // only now: a button that is seen is heard
  }

  /** The state of the store, once a storing that goes on has ended. */
  async function currentState() {
    const found = await registrationOf();
    if (found?.active && (await isComplete())) return "saved";
    const storing = found?.installing ?? found?.waiting;
    if (storing) {
      show("saving");
      return ended(storing);
    }
    await removeStore(); // with gaps, or left by a storing that was cut off
    return "unsaved";
  }

  if (!("serviceWorker" in navigator)) return show("impossible");
  save.addEventListener("click", async () => {
    show("saving");
    const state = await currentState(); // another tab may have stored the site meanwhile
    show(state === "unsaved" ? await store() : state);
    (save.hidden ? remove : save).focus();
  });
  remove.addEventListener("click", async () => {
    await removeStore();
    show("unsaved");
    save.focus();
  });
  show(await currentState());
}

/**
 * Under an address of its own: a worker that was removed lives on as long as its pages, and is
 * revived, without storing anything, when it is asked for again.
 * @returns {Promise<"saved" | "failed">}
 */
async function store() {
  const address = new URL(`${workerFile}?${Date.now()}`, root);
  try {
    const found = await navigator.serviceWorker.register(address, { scope: root.pathname });
    return await ended(await workerAt(found, address.href));
  } catch (error) {
    console.error(error);
    return "failed";
  }
}

/**
 * The worker of this address: a busy page hears late of it, and sees only the removed one until then.
 * @param {ServiceWorkerRegistration} found
 * @param {string} address
 * @returns {Promise<ServiceWorker>}
 */
function workerAt(found, address) {
  return new Promise((resolve) => {
    const look = () => {
      const workers = [found.installing, found.waiting, found.active];
      const worker = workers.find((each) => each?.scriptURL === address);
      if (worker) resolve(worker);
    };
    found.addEventListener("updatefound", look);
    look();
  });
}

/**
 * Waits for the end of this worker's storing.
 * @param {ServiceWorker} worker
 * @returns {Promise<"saved" | "failed">}
 */
function ended(worker) {
  return new Promise((resolve) => {
    const check = () => {
      if (worker.state === "activated") resolve("saved");
      if (worker.state === "redundant") resolve("failed");
    };
    worker.addEventListener("statechange", check);
    check();
  });
}

/**
 * Whether everything that was to be stored is there.
 */
async function isComplete() {
  for (const name of await storesOf()) {
    const cache = await caches.open(name);
    const list = await (await cache.match(new URL(listFile, root)))?.json();
    const stored = new Set((await cache.keys()).map(({ url }) => url));
    if (list && Object.keys(list).every((path) => stored.has(new URL(path, root).href))) return true;
  }
  return false;
}

async function removeStore() {
  await (await registrationOf())?.unregister();
  for (const name of await storesOf()) await caches.delete(name);
}

/**
 * The worker of this site, and not of one that lies around it on the same host.
 */
async function registrationOf() {
  const found = await navigator.serviceWorker.getRegistration(root);
  return found?.scope === root.href ? found : undefined;
}

/**
 * Names of what the worker of this site has stored.
 */
async function storesOf() {
  return (await caches.keys()).filter((name) => name.startsWith(`caridulu ${root.pathname} `));
}
