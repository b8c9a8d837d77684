"""``caridulu import``: what exports would become, and drafts of them."""
