"""The words by which things of any kind are found again: tags, for now."""
