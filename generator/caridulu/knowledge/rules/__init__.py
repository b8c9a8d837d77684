"""What must hold between values and files, and what the office has not supplied.

texts    what texts refer to: facts, channels, pages, files
entries  what must hold within an entry, between entries, and between them and referrals
office   what must hold within the office's own files, and who stands behind the site
"""
