"""The legal record in PostgreSQL: the filing transaction, what it leaves to be done, the read models, the verifier."""
