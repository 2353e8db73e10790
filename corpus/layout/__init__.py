"""From lines on a page to clean paragraphs, and what each paragraph is; free of any file format's library."""
