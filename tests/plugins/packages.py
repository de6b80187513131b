"""Packages of third parties, made as wheels and installed by pip."""

import hashlib
import subprocess
import sys
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

__all__ = ["install", "wheel"]


def wheel(folder: Path, name: str, files: dict[str, str], entry_points: str) -> Path:
    """A wheel with some modules and entry points."""
    info = f"{name}-1.0.dist-info"
    members = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": entry_points,
    }
    record = []
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in members.items():
            data = text.encode()
            archive.writestr(member, data)
            digest = urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{member},sha256={digest},{len(data)}\n")
        archive.writestr(f"{info}/RECORD", "".join([*record, f"{info}/RECORD,,\n"]))
    return path


def install(wheels: list[Path], target: Path) -> None:
    """Install wheels with pip, without a network."""
    options = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--no-compile", "--target"]
    command = [sys.executable, "-m", "pip", "install", *options, str(target), *map(str, wheels)]
    subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
