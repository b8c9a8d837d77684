"""The editor over HTTP: for this computer's browser, and for colleagues."""
