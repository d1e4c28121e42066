"""What a few files hold, as text that a person can read, and their pages."""
