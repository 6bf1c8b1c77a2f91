"""Text pasted from Word or an old page comes in clean."""
