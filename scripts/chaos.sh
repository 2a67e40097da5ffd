#!/usr/bin/env bash
# Kills the server again and again in the middle of registrations: chaos.sh [KILLS].
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/build.sh
. scripts/env.sh
cargo build --release --bin chaos
exec target/release/chaos --kills "${1:-200}"
