"""Static files under names made from their content: cached for good, replaced at once.

The sources are what a browser could read as they stand: `css/app.css` is a list of `@import`,
`js/app.js` a list of `import`. `build()` folds each such list into one file, gives every file a
name with its fingerprint, and lays compressed twins beside it. Nothing is declared twice.
"""

import gzip
import hashlib
import json
import os
import re
import time
from collections.abc import Mapping
from pathlib import Path

import brotli
from flask import Flask
from whitenoise import WhiteNoise

FOLDED = {".css", ".js"}
COPIED = {".woff2", ".svg", ".png", ".webp", ".ico", ".webmanifest"}
SQUEEZED = {".css", ".js", ".svg", ".webmanifest"}
FORGOTTEN_AFTER = 24 * 60 * 60  # seconds; a page rendered by the old code may still ask for them

_CSS_IMPORT = re.compile(r'@import\s+"([^"]+)"\s*;')
_JS_IMPORT = re.compile(r'^import\s+"([^"]+)";[ \t]*$', re.MULTILINE)
_CSS_URL = re.compile(r'url\(\s*"?([^")]+?)"?\s*\)')
_CSS_NOISE = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/|\s+""", re.DOTALL)
_CSS_AIR = re.compile(r"""("[^"]*"|'[^']*')|[\s;]*(\})\s*|\s*([{;])\s*|([:,])\s""")
_JS_NOISE = re.compile(r"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)
_SYMBOL = re.compile(r'<symbol[^>]*\bid="([^"]+)"')


class Assets:
    """What the templates ask: the address of a file, or of one drawing in a sheet of drawings."""

    def __init__(self, source: Path, prefix: str) -> None:
        self.source = source
        self.target = source / "dist"
        self.prefix = prefix.rstrip("/") + "/dist/"
        self._names: Mapping[str, str] = {}
        self._symbols: Mapping[str, str] = {}
        self.refresh()

    def refresh(self) -> None:
        """Build again if a source has changed, and know the new names."""
        manifest = build(self.source, self.target)
        self._names = manifest["files"]
        self._symbols = manifest["symbols"]

    def asset(self, path: str) -> str:
        """The address of a source such as `css/app.css`. KeyError if there is no such file."""
        return self.prefix + self._names[path]

    def symbol(self, name: str) -> str:
        """The address of one drawing, whichever sheet holds it. KeyError if none does."""
        return f"{self.asset(self._symbols[name])}#{name}"

    def symbols(self) -> list[str]:
        """The names of all drawings, in the order of their sheets."""
        return list(self._symbols)


def init_app(app: Flask) -> Assets:
    """Serve the built files in front of the application, and let templates name them."""
    if not app.static_folder or not app.static_url_path:
        raise RuntimeError("an application without a static folder has no assets")
    assets = Assets(Path(app.static_folder), app.static_url_path)
    app.extensions["assets"] = assets
    app.jinja_env.globals.update(asset=assets.asset, symbol=assets.symbol, symbols=assets.symbols)
    if app.debug:
        app.before_request(assets.refresh)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(assets.target),
        prefix=assets.prefix,
        autorefresh=app.debug,
        allow_all_origins=False,
        immutable_file_test=lambda path, url: True,
        add_headers_function=_harden,
    )
    return assets


def build(source: Path, target: Path) -> dict:
    """Fold, name and compress everything under `source` into `target`, unless that is done.

    Returns the manifest: `files` (source path → built name) and `symbols` (drawing → its sheet).
    FileNotFoundError when a list or a `url()` names a file that is not there.
    """
    found = _sources(source, target)
    stamp = _stamp(found)
    known = target / "manifest.json"
    if known.exists():
        manifest = json.loads(known.read_text())
        if manifest["stamp"] == stamp:
            return manifest

    target.mkdir(parents=True, exist_ok=True)
    files: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for path, content in found.items():
        if Path(path).suffix not in COPIED:
            continue
        files[path] = _keep(target, path, content)
        for name in _SYMBOL.findall(content.decode() if path.endswith(".svg") else ""):
            symbols.setdefault(name, path)

    folded = {path for path in found if Path(path).suffix in FOLDED}
    parts: set[str] = set()
    texts = {path: _fold(path, found, files, parts) for path in sorted(folded)}
    for path in sorted(folded - parts):
        files[path] = _keep(target, path, texts[path].encode())

    manifest = {"stamp": stamp, "files": files, "symbols": symbols}
    _write(known, json.dumps(manifest, indent=1).encode())
    _forget(target, set(files.values()))
    return manifest


def _sources(source: Path, target: Path) -> dict[str, bytes]:
    wanted = FOLDED | COPIED
    return {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in sorted(source.rglob("*"))
        if path.suffix in wanted and path.is_file() and target not in path.parents
    }


def _stamp(found: Mapping[str, bytes]) -> str:
    """A fingerprint of every source and of this builder: touching a file changes nothing."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path, content in found.items():
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _fold(path: str, found: Mapping[str, bytes], files: Mapping[str, str], parts: set[str]) -> str:
    """One file with everything it imports in its place; what was imported joins `parts`."""

    def take(match: re.Match[str]) -> str:
        part = _beside(path, match[1], found)
        parts.add(part)
        text = _fold(part, found, files, parts)
        # A block keeps the names of one module out of the next; `import` had done the same.
        return f"{{\n{text}}}\n" if path.endswith(".js") else text

    def point(match: re.Match[str]) -> str:
        if match[1].startswith(("data:", "#")):
            return match[0]
        return f'url("{files[_beside(path, match[1], files)]}")'

    text = found[path].decode()
    if path.endswith(".js"):
        # What others wrote stays as they wrote it.
        return text if path.startswith("vendor/") else _JS_IMPORT.sub(take, _JS_NOISE.sub("", text))
    return _CSS_IMPORT.sub(take, _CSS_URL.sub(point, _without_css_noise(text)))


def _without_css_noise(text: str) -> str:
    text = _CSS_NOISE.sub(lambda match: match[1] or " ", text)
    return _CSS_AIR.sub(lambda match: "".join(filter(None, match.groups())), text).strip() + "\n"


def _beside(path: str, relative: str, known: Mapping[str, object]) -> str:
    wanted = os.path.normpath(os.path.join(os.path.dirname(path), relative)).replace(os.sep, "/")
    if wanted not in known:
        raise FileNotFoundError(f"{path} names {relative}, which is not there")
    return wanted


def _keep(target: Path, path: str, content: bytes) -> str:
    """Lay a file and its compressed twins in `target`; the name it got."""
    source = Path(path)
    name = f"{source.stem}.{hashlib.sha256(content).hexdigest()[:12]}{source.suffix}"
    if not (target / name).exists():
        if source.suffix in SQUEEZED:
            _write(target / f"{name}.br", brotli.compress(content, quality=11))
            _write(target / f"{name}.gz", gzip.compress(content, compresslevel=9, mtime=0))
        _write(target / name, content)  # last: whoever sees it, sees its twins
    return name


def _write(path: Path, content: bytes) -> None:
    """All or nothing, so that two workers may build at once."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.write_bytes(content)
    draft.replace(path)


def _forget(target: Path, kept: set[str]) -> None:
    """Sweep out what no page has named for a day."""
    before = time.time() - FORGOTTEN_AFTER
    for path in target.iterdir():
        name = path.name.removesuffix(".br").removesuffix(".gz")
        if name not in kept and name != "manifest.json" and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def _harden(headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
