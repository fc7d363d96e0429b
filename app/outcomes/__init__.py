"""What became of the ideas: counted, for everybody, by state, area and quarter; how long the first
answer took; and what was done, beside what was said.

What a figure counts is the same everywhere:

* **An idea** counts if a list shows it: it was neither withdrawn nor hidden, and one that was
  merged into another counts as that one.
* **A quarter** is the one it was proposed in, by the day in the house. Its state is the one it has
  now, wherever in the year one looks.
* **An area** is that of the last decision on it, or the one a new idea was handed to; a term that
  was merged speaks as its survivor. Most of what waits has none: so no area has a median of its
  own, for that would be the median of what was answered.
* **The time to the first answer** is in working days of the house, as the clock of the ideas counts
  them. What waits still is counted with it, as `app.outcomes.waits` says.
* **What was done** counts on the day it was done, whenever it was proposed.

All of it is the same for everybody, and names nobody.
"""
