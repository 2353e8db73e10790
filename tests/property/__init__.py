"""Tests of the invariants on generated input."""
