"""What one person or program may ask of the server, so that nobody takes it from the others.

What a file may take to be read stands in `corpus`, what may be handed in at one time in `web.jobs`;
`scripts.list_limits` prints all of them.
"""

LARGEST_REQUEST = 64 * 1024
"""Bytes of a request, but for the ones that hand in files."""

LONGEST_QUESTION = 2000
"""Characters of a question."""

LARGEST_TOP = 20
"""Passages in one answer."""

LONGEST_FILTER = 200
"""Characters of one filter, of a question or of a list."""

LARGEST_PAGE = 100
"""Rows on one page of a list that the API gives."""

REQUESTS_PER_MINUTE = 600
"""Requests of one person, program or address; whoever sits at the machine itself may do more."""
