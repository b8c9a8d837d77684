"""Categories that entries stand in, and the lexicon of words for which they are found."""

from pydantic import Field

from caridulu.knowledge.model.fields import Icon, Line, Model, Slug


class Category(Model):
    """A shelf of entries; the order in the file is the order on the site."""

    id: Slug = Field(title="Kode", description="Nama folder di kb/.")
    name: Line = Field(title="Nama", description="Nama kategori yang dibaca pengunjung.")
    description: Line = Field(title="Keterangan", description="Satu kalimat tentang isi kategori.")
    en: Line | None = Field(None, title="Nama (Inggris)")
    icon: Icon | None = Field(
        None, title="Ikon", description="Nama ikon Material, misalnya material/sprout-outline."
    )


class CategoriesFile(Model):
    """The keys of ``kb/categories.yml``."""

    categories: tuple[Category, ...] = Field(title="Kategori", min_length=1)


class LexiconTerm(Model):
    """One idea and the words people use for it; every form finds the entries of every other.

    ``related`` words find the term's entries too, with less weight, and not the other way round.
    """

    term: Line = Field(title="Istilah", description="Istilah baku.")
    abbreviations: tuple[Line, ...] = Field((), title="Singkatan", max_length=40)
    colloquial: tuple[Line, ...] = Field((), title="Ragam cakapan", max_length=60)
    synonyms: tuple[Line, ...] = Field((), title="Sinonim", max_length=60)
    related: tuple[Line, ...] = Field(
        (), title="Kata terkait", description="Kata yang mengarah ke istilah ini.", max_length=60
    )


class Lexicon(Model):
    """The keys of ``kb/lexicon.yml``: the office's own words."""

    terms: tuple[LexiconTerm, ...] = Field((), title="Istilah")
    places: tuple[Line, ...] = Field(
        (),
        title="Nama tempat",
        description="Nama wilayah kerja; tidak dihitung saat menilai apakah jawaban ditemukan.",
    )
