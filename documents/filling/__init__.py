"""A form that fills itself: what the first and the last page of a file say is proposed, and a person confirms it."""
