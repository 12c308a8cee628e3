"""The language, one construct to a file: what is written, what is stated, what follows."""
