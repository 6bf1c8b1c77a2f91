"""Two versions side by side, readable in Vietnamese: by words, block by block, never by colour alone."""
