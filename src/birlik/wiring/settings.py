"""Django's settings; everything that differs between installations comes from `environment`."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from birlik.wiring.environment import Environment

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = Environment.read(os.environ, ROOT)

SECRET_KEY = ENVIRONMENT.secret_key
PERSONAL_SECRETS = ENVIRONMENT.personal_secrets
DEMO_SHARE = ENVIRONMENT.demo_share
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
DEMONSTRATION = not ENVIRONMENT.production
CABINET_ADDRESS = ENVIRONMENT.address
MAIL = ENVIRONMENT.mail

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Before allauth, whose pages it words and dresses anew.
    "birlik.faces.cabinet",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "birlik.base.ui",
    "birlik.base.journal",
    "birlik.base.charter",
    "birlik.base.records",
    "birlik.base.registry",
    "birlik.base.letters",
    "birlik.base.mandate",
    "birlik.base.obligations",
    "birlik.domains.execution",
    "birlik.domains.drafting",
    "birlik.domains.programmes",
    "birlik.domains.accreditation",
    "birlik.faces.opendata",
    "ninja",
    "birlik.wiring",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "birlik.base.ui.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "birlik.base.registry.web.middleware.ActorMiddleware",
    "birlik.faces.cabinet.privacy.PrivacyMiddleware",
    "birlik.faces.cabinet.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "birlik.wiring.urls"
WSGI_APPLICATION = "birlik.wiring.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "birlik.faces.cabinet.context.shell",
            ],
            "builtins": ["birlik.base.ui.templatetags.birlik"],
        },
    }
]

DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.database_url, conn_max_age=60)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    # A file, as in an installation: tables in memory that threads share are locked without waiting.
    DATABASES["default"]["TEST"] = {"NAME": ENVIRONMENT.var / f"test-{os.getpid()}.sqlite3"}
else:
    # Starting workers beside a query takes PostgreSQL longer than any page's query does.
    DATABASES["default"]["OPTIONS"] = {"options": "-c max_parallel_workers_per_gather=0"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "registry.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "birlik.faces.cabinet.sign_in.ClosedAccountAdapter"
ACCOUNT_FORMS = {
    "login": "birlik.faces.cabinet.sign_in.SignInForm",
    "change_password": "birlik.faces.cabinet.sign_in.PasswordForm",
    "reauthenticate": "birlik.faces.cabinet.sign_in.PasswordAgainForm",
}
MFA_ADAPTER = "birlik.faces.cabinet.sign_in.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "birlik.faces.cabinet.sign_in.CodeForm",
    "reauthenticate": "birlik.faces.cabinet.sign_in.CodeAgainForm",
    "activate_totp": "birlik.faces.cabinet.sign_in.FirstCodeForm",
}
MFA_TOTP_ISSUER = "Birlik"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "birlik.faces.cabinet.errors.stale_form"
CABINET_PAGES = "birlik.wiring.pages.PAGES"

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["birlik.wiring.formats"]
TIME_ZONE = "Asia/Almaty"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = ENVIRONMENT.var / "static"
MEDIA_ROOT = ENVIRONMENT.var / "files"
STORAGES = {
    "default": {"BACKEND": "birlik.wiring.durable_storage.DurableStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["birlik.faces.cabinet.uploads.MeasuredUpload"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
ACT_FILE_LIMIT = 20 * 2**20
EVIDENCE_FILE_LIMIT = 50 * 2**20

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "birlik_cache",
        # Failed sign-ins are counted here, so the usual 300 would let a flood push them out.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
LANGUAGE_COOKIE_NAME = "birlik_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
if ENVIRONMENT.production:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = ENVIRONMENT.tls
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Attempts to sign in are counted by the address that the one proxy in front has seen.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "birlik.faces.cabinet.privacy.SecretsFilter"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["secrets"],
            "level": "WARNING",
        },
        "errors": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["secrets"],
            "level": "ERROR",
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # The worker warns whenever it is asked to end, as on every Ctrl-C; its failures are errors.
    # Requests for hosts that are not ours are answered with 400; they are scanners, not faults.
    "loggers": {
        "django_tasks_db": {"handlers": ["errors"], "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
