"""The house over HTTP: routes derived from the declarations, identity and powers, problems."""
