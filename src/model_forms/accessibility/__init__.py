"""Whether anyone can read a document: rules as data, over what it says of itself."""
