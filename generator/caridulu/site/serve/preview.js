// Shows the page anew when the preview has been built again. Only previews serve this file; the
// page names its own version in the script's address.
const shown = new URL(document.currentScript.src).searchParams.get("versi");
const news = new EventSource("/pratinjau/berita");
news.addEventListener("message", ({ data }) => {
  if (data !== shown) location.reload();
});
