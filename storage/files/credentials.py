"""Where AWS's own tools find keys and region: the environment first, then the profile in ~/.aws.

Roles of machines and containers are obstore's business: it asks for them when nothing is found here.
"""

import configparser
from collections.abc import Mapping
from pathlib import Path


def credentials(environment: Mapping[str, str]) -> dict[str, str]:
    """S3 settings in obstore's words; only what was found."""
    profile = environment.get("AWS_PROFILE") or environment.get("AWS_DEFAULT_PROFILE") or "default"
    keys = _section(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials", profile)
    more = _section(environment, "AWS_CONFIG_FILE", "config", profile if profile == "default" else f"profile {profile}")
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or more.get("region")
    # Keys are a set: a token of the environment never goes with a key of the file.
    from_environment = {name: environment.get(name.upper(), "") for name in _NAMES}
    chosen = from_environment if from_environment["aws_access_key_id"] else {n: keys.get(n, "") for n in _NAMES}
    found = {_NAMES[name]: value for name, value in chosen.items() if value}
    return found | ({"region": region} if region else {})


_NAMES = {
    "aws_access_key_id": "access_key_id",
    "aws_secret_access_key": "secret_access_key",
    "aws_session_token": "session_token",
}


def _section(environment: Mapping[str, str], setting: str, name: str, section: str) -> dict[str, str]:
    given = environment.get(setting)
    path = Path(given) if given else Path(environment.get("HOME") or "/") / ".aws" / name
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, "utf-8")
        return dict(parser[section]) if parser.has_section(section) else {}
    except (OSError, configparser.Error):
        return {}
