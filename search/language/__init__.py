"""What search knows of Vietnamese: its syllables, their marks, how they are typed, how questions are asked."""
