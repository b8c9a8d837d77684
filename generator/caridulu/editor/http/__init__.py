"""The editor's HTTP server, on this computer only."""
