"""Reading files from strangers in a process of its own, with bounds (``docs/decisions/untrusted-files.md``)."""
