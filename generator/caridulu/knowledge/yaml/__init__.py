"""YAML text -> a tree whose values know their place -> the typed model, or problems."""
