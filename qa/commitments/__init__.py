"""The register of promises and moties across letters, as it stands today."""
