/**
 * The service worker; it only exists where a visitor stored the site for reading offline.
 *
 * Pages come from the network. When it is gone, hangs, or brings a server's failure, the stored page
 * is shown and dated, so that nothing old passes for new. Files whose name tells their content come
 * from the store first.
 *
 * `VERSION` of the site, `LIST` (path -> hash of everything that is stored) and `UNSTORED` (the page
 * for what is not stored) are written above this script when the site is made.
 */

const PREFIX = `caridulu ${new URL(self.registration.scope).pathname} `; // of this site on its host
const CACHE = `${PREFIX}${VERSION}`;
const DATED = "simpanan-tanggal"; // no file: the day on which the store was filled
const TOGETHER = 6;
const HASHED = /^(assets|search\/hashed)\//; // the name of these files tells their content
const PATIENCE = 3_000; // ms: longer, and a stored page is better than an empty screen
const RELOAD_PATIENCE = 30_000; // ms: the visitor asked for the newest page

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(removeOldStores().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const inside = request.url.startsWith(self.registration.scope);
  if (request.method === "GET" && inside) event.respondWith(answer(request));
});

/** The address of a site path. */
const at = (path) => new URL(path, self.registration.scope).href;

/** Without an opened store: opening makes one anew where the visitor has just removed it. */
const storedResponse = (request, options) => caches.match(request, { cacheName: CACHE, ...options });

async function install() {
  try {
    await fill();
  } catch (error) {
    await caches.delete(CACHE); // half a store is of no use
    throw error;
  }
  await self.skipWaiting();
}

async function fill() {
  const moment = new Date().toISOString();
  const fresh = await (await fetch(at(LIST), { cache: "no-store" })).json();
  const earlier = (await caches.keys()).find((name) => name.startsWith(PREFIX) && name !== CACHE);
  const old = earlier && (await caches.open(earlier));
  const known = (await (await old?.match(at(LIST)))?.json()) ?? {};
  const cache = await caches.open(CACHE);
  const paths = Object.keys(fresh);
  for (let start = 0; start < paths.length; start += TOGETHER) {
    const some = paths.slice(start, start + TOGETHER);
    await Promise.all(some.map((path) => storePath(cache, path, known[path] === fresh[path] && old)));
  }
  // Pages that are open go on asking for files of their own version.
  for (const path of Object.keys(known).filter((each) => HASHED.test(each) && !(each in fresh))) {
    const stored = await old.match(at(path));
    if (stored) await cache.put(at(path), stored);
  }
  await cache.put(at(LIST), new Response(JSON.stringify(fresh)));
  await cache.put(at(DATED), new Response(moment));
}

/** Stores one path: from the earlier store if it has not changed, else from the network. */
async function storePath(cache, path, old) {
  const stored = old && (await old.match(at(path)));
  const response = stored || (await fetch(at(path), { cache: "no-cache" }));
  if (!response.ok) throw new TypeError(path);
  await cache.put(at(path), response);
}

async function removeOldStores() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

async function answer(request) {
  if (HASHED.test(request.url.slice(self.registration.scope.length))) {
    return (await storedResponse(request)) ?? fetch(request);
  }
  const stored = await storedResponse(request, { ignoreSearch: true });
  const isPage = request.mode === "navigate";
  try {
    const newest = await fetchNewest(request, stored);
    if (newest.status < 500 || !stored) return newest;
  } catch (error) {
    if (!stored && !isPage) throw error;
  }
  if (!isPage) return stored;
  return stored ? dated(await stored.text()) : pageOf(await unstored());
}

/** Asks the office's server, whatever the browser's own cache holds to be fresh. */
async function fetchNewest(request, stored) {
  const patience = new AbortController();
  const limit = request.isReloadNavigation ? RELOAD_PATIENCE : PATIENCE;
  const timer = stored && setTimeout(() => patience.abort(), limit);
  try {
    return await fetch(request, { cache: "no-cache", signal: patience.signal });
  } finally {
    clearTimeout(timer); // once it answers, the rest may take its time
  }
}

/** The page for what is not stored, with links that hold at any address. */
async function unstored() {
  const page = await (await storedResponse(at(UNSTORED))).text();
  return page.replaceAll('"../', () => `"${new URL(self.registration.scope).pathname}`);
}

/** A stored page that says of which day it is. */
async function dated(page) {
  const day = await (await storedResponse(at(DATED))).text();
  return pageOf(page.replace("<body ", `<body data-saved="${day}" `));
}

/** @param {string} text */
function pageOf(text) {
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
