# The site's image: `web`, `worker` and `setup` in compose.yaml run it with different commands.
FROM python:3.13-slim AS build

ENV UV_PROJECT_ENVIRONMENT=/opt/venv \
    UV_PYTHON_DOWNLOADS=never \
    UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_NO_CACHE=1
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /site
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev
COPY . .
# The settings insist on production values; none of these reaches the running site.
RUN /opt/venv/bin/pybabel --quiet compile --directory locale --domain django \
    && SITE_MODE=production SITE_URL=https://build.example.org \
       SECRET_KEY=only-for-collecting-static-files-while-the-image-is-built \
       /opt/venv/bin/python manage.py collectstatic --no-input --verbosity 0


FROM python:3.13-slim

RUN apt-get update \
    && apt-get install --yes --no-install-recommends libvoikko1 voikko-fi \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin site \
    && install --directory --owner=site /srv/media
COPY --from=build /opt/venv /opt/venv
COPY --from=build /site /site
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SITE_MODE=production \
    MEDIA_ROOT=/srv/media
WORKDIR /site
USER site
EXPOSE 8000
CMD ["gunicorn", "site_core.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-"]
