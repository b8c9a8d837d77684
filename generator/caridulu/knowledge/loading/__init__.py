"""Project files -> entries, service standards, lexicon and pages, or their problems."""
