"""A finished site -> a web host, and back to the version before.

    publish      the project, checked and built        -> a target
    stages       a file's path                         -> when it travels, what stays in place
    changes      files, what the target holds          -> what is sent, put aside, removed
    deployment   changes, a host                       -> the site is public
    hosts/       a target of ``content/office.yml``    -> reading and writing there

At the target, beside the site, in ``.caridulu/``:

    manifest.json   the version that is public, the one before, slices of older ones
    plan.json       a deployment that is under way, or was interrupted
    progress.json   how many of its files have arrived
    kept/<hash>     what the version before had where the public one has something else
"""
