# Sourced by setup.sh: remembers what was set up, and by which scripts and versions.

# Everything that decides the outcome, in one hash.
fingerprint() {
  local level=$1 requested=$2
  {
    echo "$level $requested"
    cat scripts/setup.sh scripts/setup/*.sh package-lock.json
    grep '^rust-version' Cargo.toml
    (. scripts/env.sh && rustc -vV)
    node --version
  } 2>&1 | sha256sum
}

# The stamp must not lie: what it speaks of has to be there still.
tools_exist() {
  local level=$1
  [ -x node_modules/.bin/sass ] && [ -x node_modules/.bin/wasm-opt ] && [ -x node_modules/.bin/terser ] &&
    (. scripts/env.sh && ls "$(rustc --print target-libdir --target "$target")"/libstd*.rlib) &&
    { [ "$level" = build ] || {
      [ -x /usr/bin/chromium ] && command -v pg_virtualenv && command -v pdftoppm && ls /usr/lib/postgresql/*/bin/postgres &&
        [ -x node_modules/.bin/playwright ] && (. scripts/env.sh && cargo fmt --version && cargo clippy --version)
    }; }
}

stamp_holds() {
  local level=$1 requested=$2
  [ -f target/setup/env ] && [ -f "target/setup/$level.stamp" ] &&
    tools_exist "$level" >/dev/null 2>&1 &&
    [ "$(fingerprint "$level" "$requested")" = "$(cat "target/setup/$level.stamp")" ]
}

write_stamp() {
  fingerprint "$1" "$2" >"target/setup/$1.stamp"
}
