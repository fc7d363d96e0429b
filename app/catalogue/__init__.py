"""The words by which things of any kind are found again: free tags, and the catalogues that
governance keeps. What the strategy says stands on the same pages.
"""
