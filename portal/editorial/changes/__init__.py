"""Changes of what readers already have: each with a note for them, or with a reason for the history."""
