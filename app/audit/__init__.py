"""The audit: who did what that matters, written where nobody rewrites it, and sealed."""
