"""Says who compiled a page, if that was not the office."""

from collections.abc import Iterable

from caridulu.knowledge.model import Entry, Office, PackageFile, ServiceStandard
from caridulu.messages import message


def origin_sentence(
    shared: Entry | ServiceStandard, packages: Iterable[PackageFile], office: Office
) -> str:
    """Says who has compiled an entry or service of a package, or which part; empty for others."""
    package = shared.packaged or shared.package  # of which it is a part, or was one
    name = package.name if package else ""
    maker = next((one.maker for one in packages if one.name == name), "")
    if maker in ("", office.name):
        return ""
    if shared.packaged is None:
        return message("site.origin_former", maker=maker)
    if not shared.is_adjusted:
        return message("site.origin_compiled", maker=maker)
    if isinstance(shared, ServiceStandard) and (parts := _shared_parts(shared)):
        return message("site.origin_parts", maker=maker, parts="; ".join(parts))
    where = "here" if office.approval.is_trial else "by_office"
    return message(f"site.origin_adjusted_{where}", maker=maker, office=office.name)


def _shared_parts(service: ServiceStandard) -> tuple[str, ...]:
    """Names the components that a service has from its package, in the order of the page."""
    theirs = service.packaged.theirs if service.packaged else ()
    kept = service.package.kept if service.package else ()
    return tuple(
        title
        for name, title, groups in service.components.all()
        if groups and f"components.{name}" in (*theirs, *kept)
    )
