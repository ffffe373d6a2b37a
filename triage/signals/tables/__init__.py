"""The tables a hotline worker can read and add to; nothing here is code."""
