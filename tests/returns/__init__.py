"""Edited forms with their right answers known, and the count of what an import made."""
