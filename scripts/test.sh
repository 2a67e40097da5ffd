#!/usr/bin/env bash
# Runs every suite and ends with one line over all of them. What is missing fails.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh
. scripts/test/suite.sh

scripts/setup.sh test
. scripts/env.sh
rm -rf "$logs"

compile "tests and binaries: about 12 minutes on 2 cores the first time" compile-native \
  cargo test --release --no-run
compile "the binaries beside them" compile-binaries \
  cargo build --release --bins
compile "pages as wasm: about 4 minutes on 2 cores the first time" compile-site \
  target/release/xtask site --release

check format "formatting" \
  cargo fmt --all --check
check clippy "clippy on the server's half: about 2 minutes the first time" \
  cargo clippy --release --all-targets -- --deny warnings
for package in frontend corpus; do
  check "clippy-$package" "clippy on $package for the browser" \
    cargo clippy --profile wasm-release --target wasm32-unknown-unknown --package "$package" -- --deny warnings
done
check clippy-citizen "clippy on the citizens' bundle" \
  cargo clippy --profile wasm-release --target wasm32-unknown-unknown --package frontend --features cabinet -- --deny warnings
suite rust "Rust tests, on SQLite and on a throw-away PostgreSQL" \
  pg_virtualenv -t -o fsync=off -c "--encoding=UTF8 --locale=C.UTF-8" \
  scripts/test/with-postgres.sh cargo test --release --no-fail-fast
suite corpus "field rules, native against wasm" \
  scripts/test/corpus.sh
suite chaos "20 kills of the server during registrations" \
  target/release/chaos --kills 20
suite browser "journeys in Chromium, scripts on and scripts off" \
  scripts/test/browser.sh

say "all suites took $((SECONDS / 60)) min $((SECONDS % 60)) s; their logs are in $logs"
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" = 0 ]
