"""What forms in any format share: lines, words, identity, and how fields are read."""
