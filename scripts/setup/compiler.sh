# Sourced by setup.sh: finds one compiler for the server and for wasm32.
#
# First way: rustup's own toolchain, with the target downloaded. Where Rust's download host cannot
# be reached, second way: Debian's compiler packages, linked into rustup as the toolchain `debian`,
# with the target's standard library compiled from the packaged source.

target=wasm32-unknown-unknown

# What later steps must export; empty: rustup's default.
choose() {
  local toolchain=$1
  {
    echo "# Written by scripts/setup.sh: the compiler of this machine."
    [ -z "$toolchain" ] || echo "export RUSTUP_TOOLCHAIN=$toolchain"
  } >target/setup/env
}

choose_compiler() {
  command -v rustup >/dev/null || fail "rustup is missing: https://rustup.rs tells how to install it"
  choose "$requested"
  if new_enough && compiles_wasm; then
    return
  fi
  if RUSTUP_TOOLCHAIN=debian compiles_wasm; then
    choose debian
    return
  fi
  if ! download_host_answers; then
    say "  Rust's download host cannot be reached: taking the compiler from Debian's packages"
    take_debian_compiler
  elif ! download_target; then
    say "  rustup could not download the target: taking the compiler from Debian's packages"
    take_debian_compiler
  fi
}

# The active toolchain against `rust-version` of Cargo.toml.
new_enough() {
  local needed active
  needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  active=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || return 1
  [ -n "$active" ] && printf '%s\n%s\n' "$needed" "$active" | sort --version-sort --check=quiet
}

# The honest question: does it compile and link a module?
compiles_wasm() {
  echo 'pub fn probe() -> String { String::new() }' >target/setup/probe.rs
  rustc --target "$target" --crate-type cdylib -o target/setup/probe.wasm target/setup/probe.rs \
    >target/setup/probe.log 2>&1
}

download_host_answers() {
  curl --silent --fail --connect-timeout 5 --max-time 15 --output /dev/null \
    "${RUSTUP_DIST_SERVER:-https://static.rust-lang.org}/dist/channel-rust-stable.toml.sha256"
}

# Adds the target to the active toolchain, or installs stable where that is missing or too old.
download_target() {
  say "  downloading, at most 5 minutes"
  if new_enough; then
    timeout 300 rustup target add "$target" >target/setup/rustup.log 2>&1 && compiles_wasm
  else
    timeout 300 rustup toolchain install stable --profile minimal --no-self-update \
      --target "$target" >target/setup/rustup.log 2>&1 &&
      RUSTUP_TOOLCHAIN=stable new_enough && RUSTUP_TOOLCHAIN=stable compiles_wasm &&
      choose stable
  fi
}

take_debian_compiler() {
  install_packages rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web
  # The linker's version is the one the compiler's package points to.
  install_packages "$(basename "$(readlink /usr/bin/rust-lld)")"
  rustup toolchain link debian /usr
  choose debian
}

# Only Debian's compiler can still lack the library here.
complete_wasm_target() {
  [ "${RUSTUP_TOOLCHAIN:-}" = debian ] || return 0
  compiles_wasm || . scripts/setup/wasm-library.sh
}

complete_checks() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then
    return
  elif [ "${RUSTUP_TOOLCHAIN:-}" = debian ]; then
    install_packages rust-web-clippy rustfmt-web
  else
    timeout 300 rustup component add rustfmt clippy >target/setup/rustup.log 2>&1 ||
      fail "rustup could not add rustfmt and clippy: see target/setup/rustup.log"
  fi
}
