"""Scripts for the browser without comments, spaces and long names."""

try:
    import minify
except ImportError:  # it has no wheel for this computer, say for an Apple processor
    minify = None


def minified(script: str) -> str:
    """Makes a script small; where the minifier is not installed, it stays as it is."""
    return f"{minify.string('text/javascript', script)}\n" if minify else script


def enclosed(script: str, names: list[str]) -> str:
    """Encloses a script in a scope of its own, of which only ``names`` come out.

    Names that no other script can see become short.
    """
    if not names:
        return f"(() => {{\n{script}\n}})();"
    chosen = f"{{{','.join(names)}}}"
    return f"const {chosen} = (() => {{\n{script}\nreturn {chosen};\n}})();"


def small_module(script: str, names: list[str]) -> str:
    """Makes a small module that exports ``names`` of a script."""
    export = f"\nexport {{{','.join(names)}}};" if names else ""
    return minified(enclosed(script, names) + export)
