"""The register of promises and moties as people see it and take it along: lists, history, exports."""
