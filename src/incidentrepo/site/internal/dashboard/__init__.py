"""The dashboard: one module a chart."""
