"""What can go wrong at a backend, named for what the caller does next. The text is a sentence for the user."""


class BackendError(Exception):
    """`code` is for the row and the log; the text is for the user; neither ever holds a key."""

    code = "backend"

    def __init__(self, sentence: str, *, code: str = "", retry_after: float | None = None):
        super().__init__(str(sentence))
        self.sentence = str(sentence)
        self.code = code or self.code
        self.retry_after = retry_after


class Unsupported(BackendError):
    """This cannot be asked of the backend; found out before the wire. The sentence names the nearest that can."""

    code = "unsupported"


class Rejected(BackendError):
    """The provider understood and declined."""

    code = "rejected"


class Transient(BackendError):
    """Provably not accepted, or safe to repeat: ask again after `retry_after` seconds (None: when you like)."""

    code = "busy"


class Ambiguous(BackendError):
    """A create may have arrived. It must never be sent again under another key."""

    code = "unclear"


class Misconfigured(BackendError):
    """Our key, our address, our bill: no user can mend it."""

    code = "misconfigured"
