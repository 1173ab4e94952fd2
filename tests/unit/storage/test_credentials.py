"""Keys and region are found where AWS's own tools look."""

from pathlib import Path

import pytest

from storage.files.credentials import credentials

CREDENTIALS = """
[default]
aws_access_key_id = A
aws_secret_access_key = a%b
[shop]
aws_access_key_id = S
aws_secret_access_key = s
"""
CONFIG = "[default]\nregion = eu-central-1\n[profile shop]\nregion = eu-west-1\n"


@pytest.fixture
def home(tmp_path: Path) -> str:
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws" / "credentials").write_text(CREDENTIALS)
    (tmp_path / ".aws" / "config").write_text(CONFIG)
    return str(tmp_path)


def test_the_default_profile(home: str) -> None:
    found = credentials({"HOME": home})
    assert found == {"access_key_id": "A", "secret_access_key": "a%b", "region": "eu-central-1"}


def test_a_named_profile(home: str) -> None:
    found = credentials({"HOME": home, "AWS_PROFILE": "shop"})
    assert found == {"access_key_id": "S", "secret_access_key": "s", "region": "eu-west-1"}


def test_the_environment_wins_as_a_set(home: str) -> None:
    given = {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "e", "AWS_REGION": "us-east-1"}
    found = credentials({"HOME": home, **given})
    assert found == {"access_key_id": "E", "secret_access_key": "e", "region": "us-east-1"}


def test_nothing_found_leaves_it_to_the_machines_role(tmp_path: Path) -> None:
    assert credentials({"HOME": str(tmp_path)}) == {}


def test_a_broken_file_is_no_obstacle(home: str) -> None:
    (Path(home) / ".aws" / "credentials").write_text("no section\n")
    assert credentials({"HOME": home}) == {"region": "eu-central-1"}
