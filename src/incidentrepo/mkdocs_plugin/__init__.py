"""The thin adapter that shows a site's pages in MkDocs with Material; only here is mkdocs imported."""
