"""What programs use: /api/v1, each operation declared once, for its view and for its description."""
