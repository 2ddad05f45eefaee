"""Names of people, organisations and places, learned from labelled Indonesian news."""
