"""`Gỡ bài`: taking a page off the portal at once, and what its address answers from then on."""
