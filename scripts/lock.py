"""Write requirements.txt and requirements-test.txt: what is installed here that the project depends on, all pinned.

python -m scripts.lock

Run it in the project's environment after changing a version in pyproject.toml and installing that.
"""

import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[1]
_HEAD = "# Written by `python -m scripts.lock`; every package that is installed, with its version.\n"


def closure(requirements: Iterable[str]) -> dict[str, str]:
    """Name and version of every installed distribution that these requirements need, themselves included."""
    found: dict[str, str] = {}
    waiting = [(Requirement(line), "") for line in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        if name in found and not requirement.extras:
            continue
        installed = distribution(name)
        found[name] = installed.version.partition("+")[0]
        for line in installed.requires or []:
            waiting += [(Requirement(line), wanted) for wanted in ("", *requirement.extras)]
    return found


def main() -> None:
    """Write both files."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = closure([*project["project"]["dependencies"], *project["build-system"]["requires"]])
    tested = closure(project["project"]["optional-dependencies"]["test"])
    for name, versions in (
        ("requirements.txt", needed),
        ("requirements-test.txt", {name: version for name, version in tested.items() if name not in needed}),
    ):
        lines = [f"{package}=={version}\n" for package, version in sorted(versions.items())]
        (_ROOT / name).write_text(_HEAD + "".join(lines), encoding="utf-8")
        print(f"{name}: {len(lines)} packages")


if __name__ == "__main__":
    main()
