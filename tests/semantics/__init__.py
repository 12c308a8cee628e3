"""The page of semantics, seen from the solver."""
