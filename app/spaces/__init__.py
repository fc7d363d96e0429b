"""Rooms of the house: who may look in, who belongs, and who runs them."""
