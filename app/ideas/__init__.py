"""Ideas: anybody proposes and supports them, governance analyses, decides and answers."""
