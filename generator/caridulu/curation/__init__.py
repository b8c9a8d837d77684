"""Consultation exports -> redacted draft entries -> reviewed, published and archived ones.

exports/    read_export: a file -> messages -> consultations
drafts/     plan_import: consultations -> redacted drafts, and the entries near to each;
            import_changes: the plan and the officer's choices -> changed texts
yaml_changes, writing: a YAML text -> the changed text; changed texts -> files, all or none
lifecycle/  next_step, archive: a reviewed entry -> changed texts, or what stands in the way;
            what is due; what visitors searched in vain
sources/    citations: the knowledge base -> where answers can be checked; link_check: what is there
"""
