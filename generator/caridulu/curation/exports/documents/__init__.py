"""Documents of an existing FAQ or a decision -> questions with their answers as Markdown."""
