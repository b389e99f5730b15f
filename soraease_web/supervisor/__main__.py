"""`python -m soraease_web.supervisor`: the studio on this machine."""

import os
import sys
from pathlib import Path

from soraease_web.supervisor.ports import port_from
from soraease_web.supervisor.programs import ROOT
from soraease_web.supervisor.studio import Studio
from soraease_web.supervisor.trouble import Trouble, in_words


def main() -> int:
    """Run the studio and return the exit code."""
    var = Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve()
    try:
        Studio(var, os.environ.get("HOST") or "127.0.0.1", port_from(os.environ.get("PORT") or "8000")).run()
    except Trouble as trouble:
        return _say(str(trouble))
    except OSError as error:
        return _say(in_words(error, var))
    return 0


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
