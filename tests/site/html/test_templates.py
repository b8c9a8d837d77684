"""Templates are read as they are now, whatever was rendered before."""

from pathlib import Path

from caridulu.site.html.templates import environment


def _rendered(folder: Path) -> str:
    return environment(folder, str).get_template("salam.html").render(nama="Bu Wa Ode")


def test_a_changed_template_is_rendered_anew(tmp_path: Path) -> None:
    template = tmp_path / "salam.html"
    template.write_text("Selamat pagi, {{ nama }}.", "utf-8")
    before = _rendered(tmp_path)
    template.write_text("Selamat siang, {{ nama }}.", "utf-8")

    assert (before, _rendered(tmp_path)) == (
        "Selamat pagi, Bu Wa Ode.",
        "Selamat siang, Bu Wa Ode.",
    )


def test_templates_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    for name in ("situs", "portal"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "salam.html").write_text(f"{name}: {{{{ nama }}}}", "utf-8")

    assert [_rendered(tmp_path / name) for name in ("situs", "portal")] == [
        "situs: Bu Wa Ode",
        "portal: Bu Wa Ode",
    ]
