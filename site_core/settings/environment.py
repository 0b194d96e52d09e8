"""Everything that differs by deployment, read from environment variables, typed and checked at start."""

from pathlib import Path
from typing import Annotated, Literal, Self

from django.core.exceptions import ImproperlyConfigured
from pydantic import AnyHttpUrl, Field, FilePath, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT_KEY = "development-only-key-that-is-never-used-where-clients-are-served"

CommaSeparated = Annotated[list[str], NoDecode]


class Environment(BaseSettings):
    """The deployment's variables. Names are the field names in capitals; docs/production.md explains each."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore", env_ignore_empty=True)

    site_mode: Literal["development", "production"] = "development"
    debug: bool | None = None
    secret_key: str = DEVELOPMENT_KEY
    site_url: AnyHttpUrl = AnyHttpUrl("http://127.0.0.1:8000")
    allowed_hosts: CommaSeparated = Field(default_factory=lambda: ["127.0.0.1", "localhost", "[::1]"])
    trust_proxy_header: bool = False

    database_url: str = f"sqlite:///{PROJECT_ROOT / 'var' / 'site.sqlite3'}"
    media_root: Path = PROJECT_ROOT / "media"
    static_root: Path = PROJECT_ROOT / "staticfiles"

    search_engine: Literal["embedded", "elasticsearch"] = "embedded"
    elasticsearch_urls: CommaSeparated = Field(default_factory=lambda: ["http://127.0.0.1:9200"])
    elasticsearch_api_key: str = ""
    elasticsearch_ca_file: FilePath | None = None
    elasticsearch_index_prefix: str = Field(default="yksi-luukku", pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")

    email_host: str = ""
    email_port: int = Field(default=25, ge=1, le=65535)
    email_user: str = ""
    email_password: str = ""
    email_use_tls: bool = False
    default_from_email: str = "yksi-luukku@example.org"

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    demo_content: bool = False

    @field_validator("allowed_hosts", "elasticsearch_urls", mode="before")
    @classmethod
    def split_commas(cls, value: object) -> object:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("elasticsearch_urls")
    @classmethod
    def urls_are_web_addresses(cls, urls: list[str]) -> list[str]:
        for url in urls:
            AnyHttpUrl(url)
        if not urls:
            message = "name at least one node"
            raise ValueError(message)
        return urls

    @property
    def production(self) -> bool:
        return self.site_mode == "production"

    @property
    def debugging(self) -> bool:
        return not self.production if self.debug is None else self.debug

    @model_validator(mode="after")
    def production_is_complete(self) -> Self:
        if not self.production:
            return self
        if self.secret_key == DEVELOPMENT_KEY or len(self.secret_key) < 50:
            message = "SECRET_KEY: production needs a key of its own, at least 50 characters long"
            raise ValueError(message)
        if self.debug:
            message = "DEBUG: error pages with the program's insides are not for production"
            raise ValueError(message)
        if self.site_url.scheme != "https":
            message = "SITE_URL: production is served over https"
            raise ValueError(message)
        return self


def read_environment() -> Environment:
    """The checked variables. Raises ImproperlyConfigured naming each variable that is missing or bad."""
    try:
        return Environment()
    except ValidationError as error:
        problems = [
            f"{'.'.join(str(part) for part in problem['loc']).upper() or 'environment'}: {problem['msg']}"
            for problem in error.errors()
        ]
        raise ImproperlyConfigured("Environment variables: " + "; ".join(problems)) from None


env = read_environment()
