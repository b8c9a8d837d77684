/**
 * Reading without a network: stores the site on this device when the visitor asks for it, and
 * removes it again. The page has every sentence; the worker does the storing.
 */

const PREFIX = "caridulu-";

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

  if (!("serviceWorker" in navigator)) return show("impossible");
  const isStored = async () => Boolean(await navigator.serviceWorker.getRegistration(root));
  show((await isStored()) ? "saved" : "unsaved");
  save.addEventListener("click", async () => {
    show("saving");
    show(await store(root).then(() => "saved", () => "failed"));
    (save.hidden ? remove : save).focus();
  });
  remove.addEventListener("click", async () => {
    await forget(root);
    show("unsaved");
    save.focus();
  });
}

/**
 * Resolves when everything is stored.
 * @param {URL} root
 */
async function store(root) {
  const found = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
  const worker = found.installing ?? found.waiting;
  if (!worker) return;
  await new Promise((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(undefined);
      if (worker.state === "redundant") reject(new TypeError("install"));
    });
  });
}

/** @param {URL} root */
async function forget(root) {
  const found = await navigator.serviceWorker.getRegistration(root);
  await found?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
}
