#!/usr/bin/env bash
# Sets up what building (`build`) or testing (`test`) needs. A second call ends at once.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-build}
case $level in
  build) steps=4 ;;
  test) steps=8 ;;
  *) echo "usage: scripts/setup.sh build|test" >&2; exit 2 ;;
esac

. scripts/say.sh
. scripts/setup/packages.sh
. scripts/setup/compiler.sh
. scripts/setup/stamp.sh

requested=${RUSTUP_TOOLCHAIN:-}
mkdir -p target/setup
stamp_holds "$level" "$requested" && exit 0

number=0
step() {
  number=$((number + 1))
  say "set-up [$number/$steps] $*"
}

step "Rust compiler and its wasm32 target"
choose_compiler
. scripts/env.sh
step "standard library for wasm32"
complete_wasm_target
step "$(rustc --version) compiles a first module for wasm32"
compiles_wasm || fail "rustc still cannot compile for wasm32-unknown-unknown: see target/setup/probe.log"
step "npm tools: sass, wasm-opt, terser, Playwright"
. scripts/setup/npm-tools.sh
if [ "$level" = test ]; then
  step "rustfmt and clippy"
  complete_checks
  step "Chromium for the browser tests"
  . scripts/setup/chromium.sh
  step "PostgreSQL for throw-away clusters"
  . scripts/setup/postgresql.sh
  step "poppler for the tests of papers"
  . scripts/setup/poppler.sh
fi
write_stamp "$level" "$requested"
say "set-up is done"
