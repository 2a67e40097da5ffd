#!/usr/bin/env bash
# For designers: `cargo leptos watch` builds again and reloads the browser after every change.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

scripts/setup.sh build
. scripts/env.sh
# cargo-leptos runs sass and wasm-bindgen from PATH.
export PATH="$PWD/target/tools/bin:$PWD/node_modules/.bin:$PATH"

# A light profile: the tools' own ones take several times as long.
compile() {
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install --root target/tools --target-dir target/tools/build "$@"
}

# obtain CRATE VERSION TIME OPTION…: from cargo-binstall, else compiled once into target/tools.
obtain() {
  local crate=$1 version=$2 time=$3
  shift 3
  if cargo binstall -V >/dev/null 2>&1 &&
    cargo binstall --no-confirm --disable-strategies compile --root target/tools "$crate@$version"; then
    return
  fi
  say "compiling $crate $version once: about $time on 2 cores"
  # The versions its authors built with; where one of them is not to be had, what fits today.
  compile --locked "$crate" --version "$version" "$@" || compile "$crate" --version "$version" "$@"
  rm -rf target/tools/build
}

bindgen=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $bindgen" ]; then
  obtain wasm-bindgen-cli "$bindgen" "6 minutes"
fi
if ! cargo leptos --version >/dev/null 2>&1; then
  obtain cargo-leptos 0.3.11 "20 minutes" --features no_downloads
fi
exec cargo leptos watch
