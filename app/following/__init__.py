"""Following: whoever follows a thing hears of what happens on it, unless they muted it."""
