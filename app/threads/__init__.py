"""Threads: from what a customer said to what changed, whatever kinds of things lie between.

Ties are made by people, or with a thing that was begun because of another. They are seen only
where both their ends may be seen.
"""
