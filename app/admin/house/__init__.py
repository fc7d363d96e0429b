"""How the house is made up: its units, its locations, its settings, its outbox."""
