from django.forms import Form
from django.http import HttpResponse
from django.views.generic.edit import FormView

class ActivateTOTPView(FormView[Form]):
    def form_valid(self, form: Form) -> HttpResponse: ...

class DeactivateTOTPView(FormView[Form]):
    def form_valid(self, form: Form) -> HttpResponse: ...
