"""Text -> personal data in it; redaction; the gate before publishing.

redaction   Redactor: a text of an export -> the same with placeholders
entities/   find_personal_data: a line -> numbers, addresses and names in it
names/      find_names: a line -> names of people
lists/      words by which names are told from words
told_names  what one text of a conversation names -> where its other texts name it again
shown_line  a line as typed -> as it is read, and where each letter stands
gate        a knowledge base -> problems, where something of it may not be published
published_texts, readable_lines: what the gate looks through; what of it readers get
"""
