"""The people and programs that may use the server when it is reached from other machines."""
