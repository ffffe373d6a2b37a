"""The triage of a report: what the facts say about its kind, its risk, its urgency and whose it is."""
