"""What the statutes say: pure rules, dated and cited.

Nothing here reads a clock, an environment variable, randomness or the network, and nothing here knows a workflow.
"""
