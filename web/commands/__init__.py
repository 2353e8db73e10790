"""What each command of the command line does; `web.cli` parses and dispatches."""
