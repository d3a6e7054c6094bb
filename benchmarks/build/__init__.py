"""How long a build takes, ours and others', of the same articles."""
