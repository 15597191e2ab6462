"""The papers of the procedures: what their acts carry, one module per procedure."""
