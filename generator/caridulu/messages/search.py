"""Messages of the search area: name -> (Indonesian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "outcome_answered": ("Ditemukan jawaban.", "Found an answer."),
    "outcome_weak": (
        "Tidak ada jawaban yang pasti; yang mendekati:",
        "No certain answer; the nearest:",
    ),
    "outcome_nothing": ("Jawaban tidak ditemukan.", "No answer found."),
    "corrected": (
        "Menampilkan hasil untuk “{read}”, bukan “{typed}”.",
        "Showing results for “{read}” instead of “{typed}”.",
    ),
    "not_found_by_own_words": (
        "“{query}” tidak menemukan entri ini dalam {top} hasil teratas, tetapi {found}; "
        "perjelas kalimatnya atau hapus dari sebutan lain",
        "“{query}” does not find this entry among the first {top}, but {found}; "
        "make the phrase clearer or remove it from the aliases",
    ),
    "found_by_not_for": (
        "“{query}” tidak boleh dijawab entri ini, tetapi entri ini menjadi hasil teratas; "
        "tambahkan kalimat itu sebagai sebutan lain pada entri yang tepat",
        "“{query}” must not be answered by this entry, but it comes first; "
        "add the phrase as an alias of the right entry",
    ),
    "nothing_found": ("tidak menemukan apa pun", "nothing"),
    "evaluation": (
        "{engine}: {documents} dokumen, {queries} pertanyaan; MRR@10 {mrr:.3f}, "
        "recall@10 {recall:.3f}, nDCG@10 {ndcg:.3f}, tepat di urutan pertama {success:.3f}, "
        "tidak ditemukan {nothing:.3f}; {seconds} detik",
        "{engine}: {documents} documents, {queries} queries; MRR@10 {mrr:.3f}, "
        "recall@10 {recall:.3f}, nDCG@10 {ndcg:.3f}, success@1 {success:.3f}, "
        "nothing found {nothing:.3f}; {seconds} seconds",
    ),
    "node_missing": (
        "mesin pencari peramban memerlukan Node.js 20; pasang Node.js lalu ulangi",
        "the browser engine needs Node.js 20; install Node.js and try again",
    ),
    "collection_unreadable": (
        "koleksi {path} tidak dapat dibaca: {reason}",
        "cannot read the collection {path}: {reason}",
    ),
}
