"""Demo content: an imaginary committee, its people, pages and pictures. Nothing here is used by a real installation."""
