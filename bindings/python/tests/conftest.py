"""What the tests share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seed(root: Path):
    """The seed page, read."""
    import obmen

    return obmen.read_page(root / "examples/data/smolyan.txt", today="2026-11-24")


@pytest.fixture
def eight_faults() -> dict:
    """A record with eight faults that are errors."""
    return {
        "id": "Не",
        "language": "bg",
        "title": {"bg": ""},
        "published": "2027",
        "initiator": {"name": {"bg": "Община Каварна"}, "identifiers": [{"scheme": "BG-EIK", "value": "000000000"}]},
        "network": {"members": [{"role": 5, "organisation": "initiator"}]},
        "media": [{"url": "javascript:alert(1)"}],
        "results": {"items": [{"indicator": {"actual": -3, "unit": "item"}}]},
    }
