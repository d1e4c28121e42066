"""How fast, as ratios of two things measured in one interleaved run."""
