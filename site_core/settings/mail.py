"""E-mail: to a server where one is named, else to the console."""

from site_core.settings.environment import env

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if env.email_host
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = env.email_host
EMAIL_PORT = env.email_port
EMAIL_HOST_USER = env.email_user
EMAIL_HOST_PASSWORD = env.email_password
EMAIL_USE_TLS = env.email_use_tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.default_from_email
