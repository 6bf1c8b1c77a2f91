"""The checklist before submission: what a text still lacks, said while it is written, refused where staff want it."""
