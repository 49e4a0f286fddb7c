from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

class AuthenticatorManager(models.Manager[Any]): ...

class Authenticator(models.Model):
    class Type(models.TextChoices):
        RECOVERY_CODES = "recovery_codes", ""
        TOTP = "totp", ""
        WEBAUTHN = "webauthn", ""

    user: models.ForeignKey[AbstractBaseUser, AbstractBaseUser]
    type: models.CharField[str, str]
    data: models.JSONField[Any, Any]
    created_at: models.DateTimeField[datetime, datetime]
    last_used_at: models.DateTimeField[datetime | None, datetime | None]
    objects: ClassVar[AuthenticatorManager]
