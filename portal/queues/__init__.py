"""Tasks of django-tasks: who works on them, and what becomes of a task whose worker died."""
