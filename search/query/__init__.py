"""From what somebody typed to what an engine is asked."""
