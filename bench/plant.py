"""Plant the database of the environment: `python -m bench.plant <people> <posts> <comments>`."""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from app import create_app
from app.cli.serve import prepare
from bench.planting import Size, plant
from config import INSTANCE


def main(*size: str) -> None:
    wanted = Size(*map(int, size))
    app = create_app()
    with app.app_context():
        prepare()
        began = time.perf_counter()
        planted = plant(wanted)
        print(f"Planted {wanted}: {time.perf_counter() - began:.0f} s.")
    Path(INSTANCE, "planted.json").write_text(json.dumps(asdict(planted)))  # last: all is there


if __name__ == "__main__":
    main(*sys.argv[1:])
