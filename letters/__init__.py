"""Typesetting: pages out of figures and words that are ready to be read. It knows nothing else of the house."""
