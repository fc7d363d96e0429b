"""Ambassadors: who they are and for how long, who is put forward, and who asks them for help."""
