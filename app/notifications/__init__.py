"""Whom to tell: one row when something happens, however many people it will reach."""
