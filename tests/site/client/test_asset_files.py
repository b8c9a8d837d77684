import re

from caridulu.site.build.render_site import Site
from caridulu.site.client.bundles import BUNDLES, ENGLISH_BUNDLES


def test_names_carry_a_hash_and_modules_of_a_language_share_a_folder(site: Site) -> None:
    scripts = [name for name in site.files if re.fullmatch(r"assets/.*\.js", name)]
    folders = {name.rsplit("/", 1)[0] for name in scripts}
    assert len(folders) == 2
    assert all(re.fullmatch(r"assets/[0-9a-f]{12}", folder) for folder in folders)
    assert sorted(name.rsplit("/", 1)[1] for name in scripts) == sorted(
        f"{name}.js" for name in (*BUNDLES, *BUNDLES, *ENGLISH_BUNDLES)
    )
