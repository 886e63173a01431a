"""Pictures without what is written beside their pixels: places, names, comments, thumbnails."""
