"""The people of the community: who they are, where they work, what they are trusted with."""
