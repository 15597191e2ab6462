"""What a procedure is: acts, lapses, clocks, duties, facts, refusals, the position of a person and why.

The kit is pure: the same procedure runs in a database transaction, in memory on a simulated clock, and under
exploration.
"""
