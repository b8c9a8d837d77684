/**
 * Reading without a network: stores the site on this device when the visitor asks for it, and
 * removes it again. The page has every sentence; the worker does the storing.
 */

/** @param {URL} root */
export async function connectKeep(root) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("#simpanan"));
  if (!place) return;
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const save = /** @type {HTMLButtonElement} */ (place.querySelector("#simpan"));
  const remove = /** @type {HTMLButtonElement} */ (place.querySelector("#hapus"));
  place.hidden = false;

  /** @param {"saved" | "unsaved" | "saving" | "failed" | "impossible"} state */
  function show(state) {
    status.textContent = place?.dataset[state] ?? "";
    save.hidden = state === "saved" || state === "impossible";
    save.disabled = state === "saving";
    remove.hidden = state !== "saved";
  }

  /** What is true now, once a storing that goes on has ended. */
  async function look() {
    const found = await registrationOf(root);
    if (found?.active && (await isWhole(root))) return "saved";
    const storing = found?.installing ?? found?.waiting;
    if (storing) {
      show("saving");
      return ended(storing);
    }
    await forget(root); // what a storing left that was cut off, or a store with gaps
    return "unsaved";
  }

  if (!("serviceWorker" in navigator)) return show("impossible");
  show(await look());
  save.addEventListener("click", async () => {
    show("saving");
    const state = await look(); // another tab may have stored the site meanwhile
    show(state === "unsaved" ? await store(root) : state);
  });
  remove.addEventListener("click", async () => {
    await forget(root);
    show("unsaved");
  });
}

/**
 * Under an address of its own: a worker that was removed lives on as long as its pages, and is
 * revived, without storing anything, when it is asked for again.
 * @param {URL} root
 * @returns {Promise<"saved" | "failed">}
 */
async function store(root) {
  const address = new URL(`sw.js?${Date.now()}`, root);
  try {
    const { installing } = await navigator.serviceWorker.register(address, { scope: root.pathname });
    return await ended(/** @type {ServiceWorker} */ (installing));
  } catch (error) {
    console.error(error);
    return "failed";
  }
}

/**
 * How the storing of this worker ends.
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
 * Whether all that was to be stored is there.
 * @param {URL} root
 */
async function isWhole(root) {
  for (const name of await storesOf(root)) {
    const cache = await caches.open(name);
    const list = await (await cache.match(new URL("simpanan.json", root)))?.json();
    const there = new Set((await cache.keys()).map(({ url }) => url));
    if (list && Object.keys(list).every((path) => there.has(new URL(path, root).href))) return true;
  }
  return false;
}

/** @param {URL} root */
async function forget(root) {
  await (await registrationOf(root))?.unregister();
  for (const name of await storesOf(root)) await caches.delete(name);
}

/**
 * The worker of this site, and not of one that lies around it on the same host.
 * @param {URL} root
 */
async function registrationOf(root) {
  const found = await navigator.serviceWorker.getRegistration(root);
  return found?.scope === root.href ? found : undefined;
}

/**
 * Names of what the worker of this site has stored.
 * @param {URL} root
 */
async function storesOf(root) {
  return (await caches.keys()).filter((name) => name.startsWith(`caridulu ${root.pathname} `));
}
