"""The door: settings, wiring, Telegram, the loops that carry messages in and out, and the words people read."""
