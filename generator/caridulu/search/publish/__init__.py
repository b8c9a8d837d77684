"""The Whoosh index -> the files and the client that a browser reads."""
