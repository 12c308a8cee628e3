"""Properties: what must hold of every law and every case."""
