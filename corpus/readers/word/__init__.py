"""What stands in a Word document, from its XML: styles, numbering, running text, letterhead, heads of stukken."""
