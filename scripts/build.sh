#!/usr/bin/env bash
# Leaves the portal's binary in target/release/stupeni and its pages in target/site.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

scripts/setup.sh build
. scripts/env.sh
# One selection of packages everywhere: features resolve alike, so nothing is compiled twice.
if [ ! -x target/release/stupeni ]; then
  say "build [1/2] server: about 6 minutes on 2 cores the first time"
fi
cargo build --release --bin stupeni --bin xtask
if [ ! -f target/site/hash.txt ]; then
  say "build [2/2] pages as wasm: about 4 minutes on 2 cores the first time"
fi
target/release/xtask site --release
