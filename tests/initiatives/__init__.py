"""Initiatives: logged, worked on, looked at, and asked about."""
