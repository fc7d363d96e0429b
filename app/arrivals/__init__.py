"""People who come in from a table, thousands at a time, and go out into one."""
