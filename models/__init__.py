"""What is learned from the gold corpus, and the first filter: small parts, their artefacts beside them."""
