#!/usr/bin/env bash
# For designers: `cargo leptos watch` builds again and reloads the browser after every change.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

scripts/setup.sh build
. scripts/env.sh
. scripts/obtain.sh
# cargo-leptos runs sass from PATH, too.
export PATH="$PWD/node_modules/.bin:$PATH"

bindgen=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $bindgen" ]; then
  obtain wasm-bindgen-cli "$bindgen" "6 minutes"
fi
if ! cargo leptos --version >/dev/null 2>&1; then
  obtain cargo-leptos 0.3.11 "20 minutes" --features no_downloads
fi
exec cargo leptos watch
