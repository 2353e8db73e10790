"""What people and programs touch: the page, the JSON and the command line."""
