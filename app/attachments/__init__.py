"""Pictures people put into what they write."""
