"""Runs a command that is ended when whoever started it is gone, even killed without a word.

    python -m birlik.wiring.tied PID PROGRAM [ARGUMENT …]

A server that outlives `birlik serve` would keep the port, and the next one could not begin. On
Linux the system itself sends the signal; elsewhere the command runs untied.
"""

import ctypes
import os
import signal
import sys

SIGNAL_AT_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of prctl(2); what is set outlives execve(2)."""


def main(parent: int, command: list[str]) -> None:
    """Tie this process to its parent and become the command; exit code 1 when the parent is gone
    already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SIGNAL_AT_PARENTS_DEATH, signal.SIGTERM)
    if os.getppid() != parent:
        sys.exit(1)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
