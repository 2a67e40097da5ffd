#!/usr/bin/env bash
# Everything, the long runs too: tests, lints, tests marked as long, fuzzing of the rules, mutants of the rules (hours),
# 200 kills, measurements.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/test.sh
. scripts/env.sh
pg_virtualenv -t -c "--encoding=UTF8 --locale=C.UTF-8" \
  scripts/test/with-postgres.sh cargo test --release --no-fail-fast -- --ignored
scripts/test/fuzz.sh 300
scripts/test/mutants.sh
scripts/chaos.sh 200
scripts/bench.sh
