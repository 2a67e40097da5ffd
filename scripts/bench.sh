#!/usr/bin/env bash
# Measures speed and size; prints them and writes target/bench.json.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/build.sh
. scripts/env.sh
cargo build --release --bin bench
exec target/release/bench "$@"
