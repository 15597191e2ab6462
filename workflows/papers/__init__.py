"""The papers of the procedures: bodies of acts, documents to serve, duties, grounds on which an act is refused."""
