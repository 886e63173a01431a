"""An edition as pages: pure values, which an adapter pours into a theme's shell."""
