"""Names of places and the ways people write them. Codes: Kepmendagri 300.2.2-2138/2025 (ODbL)."""
