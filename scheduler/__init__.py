"""What we do when time passes: rows whose time has come are found and answered. APScheduler only ticks."""
