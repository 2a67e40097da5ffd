#!/usr/bin/env bash
# Measures speed and size; prints them and writes target/bench.json.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh test
scripts/build.sh
. scripts/env.sh
cargo build --release --bin bench
# The large databases take some ten gigabytes while they are compared.
exec pg_virtualenv -t -o fsync=off -c "--encoding=UTF8 --locale=C.UTF-8" \
  scripts/test/with-postgres.sh target/release/bench "$@"
