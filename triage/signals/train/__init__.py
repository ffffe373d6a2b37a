"""Train, measure and show what changed: `python -m triage.signals.train`. Not needed to run."""
