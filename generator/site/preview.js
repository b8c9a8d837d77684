// Shows the page anew when the preview has been built again. Only `caridulu serve` serves this file.
const news = new EventSource("/pratinjau/berita");
let shown = null;
news.addEventListener("message", ({ data }) => {
  if (shown !== null && data !== shown) location.reload();
  shown = data;
});
