"""What many readers search for, where it is safe to say so to others."""
