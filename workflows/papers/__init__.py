"""The papers of the procedures: bodies of acts, documents to serve, duties, and the grounds on which an act is refused."""
