/** Stands in for the search client: same interface, answers by rote. */

const ENTRIES = [
  { id: "biaya-konsultasi", score: 90, title: "Apakah konsultasi statistik dipungut biaya?", url: "kb/biaya-konsultasi/" },
  { id: "waktu-jawaban", score: 40, title: "Berapa lama pertanyaan daring dijawab?", url: "kb/waktu-jawaban/" },
];

export class IndexProblem extends Error {}

export async function openIndex(baseUrl, { fetch }) {
  const response = await fetch(new URL("manifest.json", baseUrl));
  if (!response.ok) throw new Error(String(response.status));
  return {
    async search(query, { exact = false } = {}) {
      const words = query.toLowerCase();
      const terms = words.split(" ");
      if (words.includes("selamat")) return { outcome: "nothing", greeting: true, hits: [], corrections: [], terms };
      if (words.includes("byaa") && !exact) {
        return { outcome: "answered", hits: ENTRIES, corrections: [{ from: "byaa", to: "biaya" }], terms };
      }
      if (/konsul|biaya|bayar/.test(words)) return { outcome: "answered", hits: ENTRIES, corrections: [], terms };
      if (words.includes("lama")) return { outcome: "weak", hits: ENTRIES.slice(1), corrections: [], terms };
      if (words.includes("mirip")) return { outcome: "nothing", hits: ENTRIES.slice(0, 1), corrections: [], terms };
      return { outcome: "nothing", hits: [], corrections: [], terms };
    },
  };
}
