"""The programme: what ambassadors do, counted. What goes in, what is done, whom it reaches, and
what is different since.

What a figure counts, and when, is the same everywhere:

* **A date held** is a row of `event_occurrences` that has ended, is not cancelled, and whose event
  is neither cancelled nor hidden. It counts in the quarter of its local day (`starts`, by the wall
  of where it was), in the category of its event and in the unit of whoever announced the event.
  Sittings of the committee of ideas are governance's own and do not count.
* **An initiative** counts in the quarter of its `starts_on`, once that day has come, in its own
  category and unit, where the initiatives say so (`COUNTED`: shown, and not returned).
* **Hours** are those of an initiative, and how long a date lasted: by the clock, and where it took
  all day eight hours for each of its days, as it stood when it was put there.
* **Who came**: whoever was counted; where nobody was, the seats that were taken, guests included.
* **People reached** are what an initiative says, and what the minutes of a date say, unless they
  were withdrawn; where they say nothing, who came.
* **What was told** thirty or ninety days after the end counts on the day it was told (in the
  house), with the category and the unit of its initiative, if that one counts.
* **An idea that is done** counts if an ambassador sponsors it, since the day it was done, in the
  unit of its author.
* **A unit** counts with all that is part of it, at any depth. Whoever moves to another unit takes
  along the events they announced.

Figures count all that takes place, wherever it stands. The list behind a figure shows what its
reader sees of that, and says how much they do not.
"""
