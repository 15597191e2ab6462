# One image for all our parts: `tetsuzuki migrate`, `tetsuzuki serve`, `tetsuzuki worker`.
FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt ./
RUN /venv/bin/pip install --require-hashes --only-binary :all: -r requirements.txt
COPY . .
RUN /venv/bin/pip install --no-deps --no-build-isolation --no-index -e .

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 TETSUZUKI_DATA=/data
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin tetsuzuki \
    && install -d -o tetsuzuki -g tetsuzuki -m 0700 /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
USER 10001
VOLUME /data
ENTRYPOINT ["tetsuzuki"]
CMD ["--help"]
