#!/usr/bin/env bash
# Formatting and lints; warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

scripts/setup.sh test
. scripts/env.sh
say "check [1/3] formatting"
cargo fmt --all --check
# The profiles of the build: its build scripts and macros are used again.
say "check [2/3] clippy on the server's half"
cargo clippy --release --all-targets -- --deny warnings
say "check [3/3] clippy on the browser's half"
for half in "frontend" "frontend --features cabinet" "corpus"; do
  # shellcheck disable=SC2086
  cargo clippy --profile wasm-release --target wasm32-unknown-unknown --package $half -- --deny warnings
done
