"""Who has to do what by when in the editorial workflow, who stands in for whom, and who is told of what."""
