"""The triage session («mesa de triaje»): those who decide sit together, take one idea after
another, and the minutes write themselves. In the code it is a sitting, and what stands on its
agenda are its items.
"""
