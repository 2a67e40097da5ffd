# Sourced by setup.sh: the standard library for wasm32 from Debian's packaged source.

# The package holds a second sysroot, among cargo's own tests.
source=$(dpkg -L rust-web-src | grep -E '^/usr/src/[^/]+/library/sysroot/Cargo\.toml$') ||
  fail "rust-web-src holds no library/sysroot"
scratch=target/setup/wasm-library
library=${WASM_LIBRARY_FOLDER:-$(/usr/bin/rustc --print target-libdir --target "$target")}

say "  compiling the standard library for wasm32, about 2 minutes"
# Unmarked, std does not compile: it uses the features that only it may use.
long_or_fail target/setup/wasm-library.log env \
  RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc \
  RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes" \
  /usr/bin/cargo build --release --locked --target "$target" --no-default-features \
  --manifest-path "$source" --target-dir "$scratch"

# What an older compiler left there would be taken for this one's.
as_root rm -rf "$library"
as_root mkdir -p "$library"
as_root cp "$scratch/$target"/release/deps/*.rlib "$library"
rm -rf "$scratch"
