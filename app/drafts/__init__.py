"""What people are still writing, kept on the server while they write."""
