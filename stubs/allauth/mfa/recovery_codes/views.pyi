from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.generic.edit import FormView

class GenerateRecoveryCodesView(FormView[Form]):
    def form_valid(self, form: Form) -> HttpResponse: ...

def download_recovery_codes(request: HttpRequest) -> HttpResponseBase: ...
def view_recovery_codes(request: HttpRequest) -> HttpResponseBase: ...
