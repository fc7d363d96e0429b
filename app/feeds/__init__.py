"""Reading from outside: Atom feeds behind addresses that are one person's own."""
