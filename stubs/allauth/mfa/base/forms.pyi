from typing import Any

from django import forms

class AuthenticateForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...

class ReauthenticateForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
