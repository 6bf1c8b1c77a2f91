"""What ``make`` calls. Standard library only, as far as it runs before ``.venv`` exists."""
