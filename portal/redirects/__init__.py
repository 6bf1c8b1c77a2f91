"""What is answered at addresses where nothing stands: whither they lead, and that something was taken down."""
