"""Values -> a finished site in a folder, by MkDocs or without it."""
