"""What readers ask of the search, as counts of a day: nobody's name, address or session is in it."""
