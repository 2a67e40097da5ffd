#!/usr/bin/env bash
# One corpus of field values through the native and the wasm build; ends with `N passed, M failed`.
# An argument is the seed of an earlier run.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/env.sh

cargo build --release --bin stupeni --bin xtask
target/release/xtask corpus
exec node scripts/test/corpus/compare.mjs "$@"
