"""What editorial staff look at every day: what waits for whom, the board, the calendar, the admin's first page."""
