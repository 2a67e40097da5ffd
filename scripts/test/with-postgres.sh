#!/usr/bin/env bash
# Inside pg_virtualenv: hands the throw-away cluster to the tests as one address.
set -euo pipefail
export STUPENI_TEST_POSTGRES="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"
# On loopback TLS protects nothing and costs most of the time of a connection.
export PGSSLMODE=disable
exec "$@"
