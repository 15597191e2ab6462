"""The shapes the register has had, one file a step."""
