"""Reports and outcomes as JSON, SARIF and text, and the pages about rules and law."""
