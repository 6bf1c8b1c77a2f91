"""What the portal adds to Wagtail's admin, beside the hooks that Wagtail looks for in ``portal.wagtail_hooks``."""
