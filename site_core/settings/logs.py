"""Logs to standard error: readable lines, or JSON for collectors."""

import structlog

from site_core.settings.environment import env

_renderer = structlog.processors.JSONRenderer() if env.log_format == "json" else structlog.dev.ConsoleRenderer()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "structured": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer],
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
    "root": {"handlers": ["stderr"], "level": env.log_level},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # Each save in the admin runs two small tasks; only those that fail are worth a line.
        "django_tasks": {"level": "WARNING"},
    },
}
