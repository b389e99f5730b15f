# syntax=docker/dockerfile:1
# The studio for production. The first stage installs the hashed lock, the second carries only what runs.

FROM python:3.13-slim-bookworm AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements/run.txt requirements/run.txt
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
COPY . .
# The key lives as long as this line: collecting static files signs nothing.
RUN VAR_DIR=/tmp/var STATIC_ROOT=/app/static-collected SECRET_KEY=for-this-line-alone \
    /venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && /venv/bin/python -m compileall -q /app /venv/lib

FROM python:3.13-slim-bookworm
RUN groupadd --gid 10001 studio && useradd --uid 10001 --gid 10001 --home-dir /app --no-create-home studio
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SORAEASE_MODE=production \
    STATIC_ROOT=/app/static-collected \
    VAR_DIR=/tmp/soraease
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "deploy/probe.py", "http://127.0.0.1:8000/healthz"]
STOPSIGNAL SIGTERM
CMD ["uvicorn", "soraease_web.asgi:application", "--host", "0.0.0.0", "--port", "8000", "--no-access-log", "--timeout-graceful-shutdown", "5", "--backlog", "4096"]
