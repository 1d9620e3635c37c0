// What the page shows to be copied. Those for a backup and its restore were run as they stand, but for the places.
export const ENVIRONMENT = `DATABASE_URL=postgres://carillon:…@db.internal:5432/carillon
APP_URL=https://hub.example.com
NEXTAUTH_SECRET=…   # openssl rand -base64 32
ENCRYPTION_KEY=…    # openssl rand -base64 32`;

export const COMPOSE = `cat > .env <<END
POSTGRES_PASSWORD=$(openssl rand -hex 24)
NEXTAUTH_SECRET=$(openssl rand -base64 32)
ENCRYPTION_KEY=$(openssl rand -base64 32)
INNGEST_EVENT_KEY=$(openssl rand -hex 16)
INNGEST_SIGNING_KEY=$(openssl rand -hex 32)
END
docker compose up -d --build`;

export const COPY = `tar -C .data -czf carillon-backup.tgz .
# and back, into an empty folder:
tar -C .data -xzpf carillon-backup.tgz`;

export const DUMP = `PGPASSWORD=$(cat .data/postgres-password) pg_dump \\
  -h 127.0.0.1 -p $(sed -n 4p .data/pgdata-*/postmaster.pid) -U postgres \\
  -Fc -f carillon.dump carillon
cp .data/encryption-key /another/place/`;

export const OWN_DUMP = `pg_dump -Fc -f carillon.dump "$DATABASE_URL"`;

export const RESTORE = `createdb --maintenance-db=postgres://…/postgres carillon
pg_restore --no-owner --exit-on-error -d postgres://…/carillon carillon.dump
# with DATABASE_URL, APP_URL, NEXTAUTH_SECRET and the old ENCRYPTION_KEY set:
npm start
npm run doctor`;
