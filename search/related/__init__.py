"""Which stories belong to the matter of another: worked out when entries change, kept, and only read when shown."""
