"""The WSGI entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "birlik.wiring.settings")
application = get_wsgi_application()

# All that is loaded once, the pages included, stays for good: the garbage collector need not look
# through it in the middle of a request, which takes as long as the request itself.
_pages = get_resolver().url_patterns
gc.collect()
gc.freeze()
