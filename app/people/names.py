"""What people are called."""


def first_name(full_name: str) -> str:
    """By which one speaks to them."""
    return next(iter(full_name.split()), full_name)
