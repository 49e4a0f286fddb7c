"""`python -m tools.report_templates`."""

import sys

from tools.report_templates import main

sys.exit(main(sys.argv[1:]))
