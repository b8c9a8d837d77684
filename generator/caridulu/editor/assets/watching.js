/** What goes on beside the page: who else has a file open, and work in the background. */

import { parsed } from "./parts.js";

const LOOK = 1000; // milliseconds between two looks

/** What names the file that is open here; null without a form. */
function openFile() {
  const place = document.getElementById("hadir");
  const form = /** @type {HTMLFormElement|null} */ (document.getElementById("lembar"));
  if (!place || !form) return null;
  return new URLSearchParams({ _kunci: form.elements._kunci.value, berkas: place.dataset.file });
}

/** Tells who else has the file open, and tells them; without a form there is nobody to tell. */
export async function signOfLife() {
  const body = openFile();
  if (!body) return;
  const reply = await fetch("/alat/terbuka", { method: "POST", body }).catch(() => null);
  const fresh = reply?.ok ? parsed(await reply.text()).getElementById("hadir") : null;
  const now = document.getElementById("hadir");
  if (fresh && now && fresh.textContent.trim() !== now.textContent.trim()) now.replaceWith(fresh);
}

window.addEventListener("pagehide", () => {
  const body = openFile();
  body?.append("pergi", "ya");
  if (body) navigator.sendBeacon?.("/alat/terbuka", body);
});

/** Follows work in the background; once it has ended, the page is loaded to which its own leads. */
export async function followWork() {
  const place = document.getElementById("kerja");
  if (!place) return;
  const told = place.querySelector("[role=status]");
  const reply = await fetch(location.href).catch(() => null);
  const now = reply?.ok ? parsed(await reply.text()).getElementById("kerja") : null;
  if (reply?.ok && (!now || reply.redirected)) {
    location.replace(reply.url);
    return;
  }
  const text = now ? now.querySelector("[role=status]").textContent : place.dataset.silent;
  if (told.textContent !== text) told.textContent = text;
  const progress = now?.querySelector("progress");
  if (progress) place.querySelector("progress").replaceWith(progress);
  setTimeout(followWork, LOOK);
}
