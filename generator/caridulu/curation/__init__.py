"""Consultation exports -> redacted draft entries -> reviewed, published and archived ones.

exports/    read_export: a file -> messages -> consultations
questions/  parts_of: a consultation -> one for each question; read_question: a text -> a headline
drafts/     plan_import: consultations -> redacted drafts, and the entries near to each;
            import_changes: the plan and the officer's choices -> changed texts
import_run  all of that for the exports of one run
asked_in_exports, phrasing_text, waiting_phrasings, phrasing_offers: questions that people asked ->
            the entries they may be phrasings of; message_marks: how many messages a month ask one
project, overrides: a project as curation reads it; what an office says otherwise than a package
yaml_changes, writing: a YAML text -> the changed text; changed texts -> files, all or none
line_redaction: a text that comes in line by line -> the same without personal data
lifecycle/  next_step, archive: a reviewed entry -> changed texts, or what stands in the way;
            what is due; what visitors searched in vain
sources/    citations: the knowledge base -> where answers can be checked; link_check: what is there
"""
