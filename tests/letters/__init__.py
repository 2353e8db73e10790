"""Tests on real letters."""
