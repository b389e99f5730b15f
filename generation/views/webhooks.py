"""Where providers ring. It answers at once, to anybody who has an address that we gave out."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from generation import webhooks
from generation.backends.signing import Forged

MOST_BYTES = 1 << 20


@csrf_exempt
@require_POST
def webhook(request: HttpRequest, word: str) -> HttpResponse:
    """Take a provider's word that something has happened to a job; what it is, the job's next step asks itself."""
    key = webhooks.key_of(word)
    if key is None:
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        webhooks.hear(key, request.headers, body)
    except Forged:
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
