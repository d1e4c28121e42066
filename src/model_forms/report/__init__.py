"""Results as blocks: what a report says, not how a format shows it."""
