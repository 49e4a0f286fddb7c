from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

class AuthenticatorManager(models.Manager[Any]): ...

class Authenticator(models.Model):
    user: models.ForeignKey[AbstractBaseUser, AbstractBaseUser]
    type: models.CharField[str, str]
    data: models.JSONField[Any, Any]
    objects: ClassVar[AuthenticatorManager]
