"""Making the sample letters: their content, and the layouts that real letters come in."""
