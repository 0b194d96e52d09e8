"""The database: SQLite for the two-command start, PostgreSQL in production; and where background tasks wait."""

import dj_database_url

from site_core.settings.environment import PROJECT_ROOT, env

DATABASES = {"default": dj_database_url.parse(env.database_url, conn_max_age=60, conn_health_checks=True)}
DATABASES["default"]["ATOMIC_REQUESTS"] = True

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    (PROJECT_ROOT / "var").mkdir(exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if env.production
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
