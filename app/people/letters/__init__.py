"""Letters about accounts: the links in them, and the notices nobody can switch off."""
