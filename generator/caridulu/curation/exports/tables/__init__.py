"""Tables of consultations, as they come: which row is the header, what the columns hold."""
