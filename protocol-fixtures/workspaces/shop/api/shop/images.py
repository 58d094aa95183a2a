"""Pictures of products, in the sizes that the front end shows."""

import subprocess
from pathlib import Path

SIZES = {"thumbnail": 160, "page": 960}


def optimise(picture: Path) -> None:
    """Makes a picture smaller without a visible difference."""
    subprocess.run(["jpegoptim", "--strip-all", str(picture)], check=True, timeout=60)


def resize(picture: str, size: str) -> str:
    """Writes a smaller copy of a picture and returns its name."""
    width = SIZES[size]
    target = f"{picture}.{size}.jpg"
    subprocess.run(f"convert {picture} -resize {width} {target}", shell=True, check=True)
    return target
