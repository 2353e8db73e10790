"""Tests without a model or files of others."""
