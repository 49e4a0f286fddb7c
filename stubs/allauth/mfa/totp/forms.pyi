from typing import Any

from django import forms

class ActivateTOTPForm(forms.Form):
    secret: str
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
