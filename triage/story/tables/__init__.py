"""Words by which a story tells its facts; a hotline worker can add to them."""
