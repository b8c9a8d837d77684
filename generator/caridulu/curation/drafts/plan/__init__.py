"""Readings of exports -> what each becomes, what is set aside, and the files that change."""
