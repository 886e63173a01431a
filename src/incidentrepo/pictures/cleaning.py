"""From any bytes to a picture that tells no more than it shows, or to why there is none."""

from incidentrepo.pictures import gif, jpeg, png, webp
from incidentrepo.pictures.kept import CleanPicture, UnclearPictureError

_LARGEST = 20_000_000


def clean_picture(data: bytes) -> CleanPicture:
    """
    Return a picture whose pixels are the same and beside which nothing is written.

    What it is, its bytes say and not its name. Raises UnclearPictureError where a part of it is not
    understood: nobody can say what that holds. An SVG is a program, and never a picture here.
    """
    if len(data) > _LARGEST:
        raise UnclearPictureError("it is larger than 20 MB")
    if data.startswith(png.SIGNATURE):
        return png.clean_png(data)
    if data.startswith(jpeg.SIGNATURE):
        return jpeg.clean_jpeg(data)
    if data.startswith(gif.SIGNATURES):
        return gif.clean_gif(data)
    if webp.is_webp(data):
        return webp.clean_webp(data)
    raise UnclearPictureError("it is no PNG, JPEG, GIF or WebP")
