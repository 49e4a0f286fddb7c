from typing import ClassVar

from allauth.account.managers import EmailAddressManager, EmailConfirmationManager
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

class EmailAddress(models.Model):
    user: models.ForeignKey[AbstractBaseUser, AbstractBaseUser]
    email: models.EmailField[str, str]
    verified: models.BooleanField[bool, bool]
    primary: models.BooleanField[bool, bool]
    objects: ClassVar[EmailAddressManager]

class EmailConfirmation(models.Model):
    email_address: models.ForeignKey[EmailAddress, EmailAddress]
    objects: ClassVar[EmailConfirmationManager]
