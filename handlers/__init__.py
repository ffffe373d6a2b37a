"""What we do when somebody speaks. `desk.hear` is the one door; everything ends in `work.record(outcome)`."""
