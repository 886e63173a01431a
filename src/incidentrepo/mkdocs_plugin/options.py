"""What mkdocs.yml may say of the plugin."""

from datetime import UTC, datetime

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from incidentrepo.model.status import Audience


class FolderOption(config_options.Type[str]):
    """A folder of the site: "", or words with "/" between and behind them."""

    def __init__(self) -> None:
        super().__init__(str, default="")

    def run_validation(self, value: object) -> str:
        """Return the folder with one "/" at its end; refuse a way out of the site."""
        parts = [part for part in super().run_validation(value).split("/") if part]
        if any(part.startswith(".") for part in parts):
            raise ValidationError(f"{value!r} leads out of the site")
        return "".join(f"{part}/" for part in parts)


class MomentOption(BaseConfigOption[datetime | None]):
    """An instant, as text or as YAML reads it; None is the clock's."""

    def run_validation(self, value: object) -> datetime | None:
        """Return the instant; a time without an offset is one in UTC."""
        if value is None:
            return None
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError as error:
            raise ValidationError(f"{value!r} is not a time like 2026-11-02T09:14:00Z") from error
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs' own, untyped
    """
    The options of `incidentrepo` under `plugins:`.

    `repository` is the folder of incidentrepo.yaml, from where mkdocs.yml is; `at` the folder of the
    site for its pages; without `history` no page tells who changed its record, and git is not asked.
    """

    repository = config_options.Dir(exists=True, default=".")
    audience = config_options.Choice(tuple(map(str, Audience)), default=str(Audience.PUBLIC))
    at = FolderOption()
    now = MomentOption()
    history = config_options.Type(bool, default=True)
