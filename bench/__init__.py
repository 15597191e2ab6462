"""`make bench`: speed as ratios within one run, on the same servers."""
