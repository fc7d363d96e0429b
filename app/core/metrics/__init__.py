"""What is counted, for whoever watches the house by numbers: `/metrics`, read by Prometheus.

Labels are words of the code alone: the rule of a route, a method, a state. Never a person, an
address, a number of anything, nor what somebody typed; a test walks through the whole house and
looks. What a request did is added up in its process, and the processes of a server are added up
when somebody asks (`share`). What stands in the database is read then.
"""

from app.core.metrics.counting import answered, count, counts, gauge_of, init_app, share
from app.core.metrics.door import bp

__all__ = ["answered", "bp", "count", "counts", "gauge_of", "init_app", "share"]
