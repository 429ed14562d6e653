"""`/health`, for a load balancer or a monitor: is the application up, and does its database answer?"""

import logging

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

RETRY_AFTER = 5  # seconds

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, 503 with Retry-After when it does not. The reason goes to the log alone."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError) as problem:
        logger.error("The database does not answer: %s", str(problem).partition("\n")[0])
        return JsonResponse({"database": "away"}, status=503, headers={"Retry-After": str(RETRY_AFTER)})
    return JsonResponse({"database": "ok"})
