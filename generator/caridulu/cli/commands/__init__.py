"""The commands, a module each; reports and publishing have some of their own together."""
