# Sourced after say.sh, from the project's folder: tools that cargo has to compile, kept in target/tools.

export PATH="$PWD/target/tools/bin:$PATH"

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
