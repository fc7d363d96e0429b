"""Events come in from calendar files once, whole, on the days other programs compute, and go out
again when the import is taken back.
"""



