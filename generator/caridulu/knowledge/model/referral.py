"""Referrals: matters of other institutions, and who is responsible for them."""

from pydantic import Field

from caridulu.knowledge.model.fields import Line, Markdown, Model, Slug, Source, Url
from caridulu.knowledge.site_names import REFERRAL_PREFIX


class ReferralLink(Model):
    """A page of the responsible institution."""

    title: Line = Field(title="Nama tautan", description="Nama laman atau aplikasi yang dituju.")
    url: Url = Field(
        title="Alamat", description="Alamat situs resmi lengkap, diawali http:// atau https://."
    )


class Referral(Model):
    """A matter of another institution."""

    id: Slug = Field(
        title="Kode", description="Bagian dari alamat halaman, setelah rujukan-; jangan diganti."
    )
    matter: Line = Field(
        title="Urusan", description="Urusannya dalam satu baris: Membuat atau memperbaiki KTP."
    )
    phrases: tuple[Line, ...] = Field(
        (),
        title="Sebutan lain",
        description="Cara orang benar-benar mengetik urusan ini, termasuk singkatan.",
        max_length=60,
    )
    institution: Line = Field(
        title="Instansi yang berwenang", description="Nama instansi beserta singkatannya."
    )
    guidance: Markdown = Field(
        title="Yang perlu dilakukan",
        description="Markdown, satu sampai tiga kalimat. Hanya yang dapat diperiksa.",
    )
    links: tuple[ReferralLink, ...] = Field(
        (), title="Tautan", description="Hanya situs resmi.", max_length=6
    )
    sources: tuple[Source, ...] = Field(
        (), title="Rujukan", description="Tempat keterangan dapat diperiksa.", max_length=10
    )

    @property
    def published_id(self) -> str:
        """The id under which the referral is found and has its page."""
        return f"{REFERRAL_PREFIX}{self.id}"


class ReferralsFile(Model):
    """The keys of ``kb/referrals.yml``."""

    referrals: tuple[Referral, ...] = Field((), title="Urusan instansi lain")
