"""Events as calendars read them: RFC 5545, and RFC 7986 where that says more."""

MIME = "text/calendar"
