"""Administration: who is here, how the house is made up, and whether its engine runs."""
