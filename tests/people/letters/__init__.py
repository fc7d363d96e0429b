"""Letters about accounts, read as their readers would: from the folder they were put in."""
