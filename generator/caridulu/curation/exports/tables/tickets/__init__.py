"""Tables of helpdesk programs, several rows a ticket -> consultations."""
