"""Editorial work: who may do what."""
