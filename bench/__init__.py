"""Measures of speed and size, as ratios to the same law by hand in plain ASP, taken interleaved in the same run."""
