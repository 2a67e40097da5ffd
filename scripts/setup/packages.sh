# Sourced by setup.sh: Debian packages.

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "root or sudo is needed for: $*"
  fi
}

apt_is_fresh=no

# install_packages PACKAGE…: leaves alone what is installed; names what apt does not have.
install_packages() {
  local package missing=() wanted=()
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || wanted+=("$package")
  done
  [ ${#wanted[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "this system has no apt-get; install by hand: ${wanted[*]}"
  if [ $apt_is_fresh = no ]; then
    say "  package lists (apt-get update)"
    long_or_fail target/setup/apt-update.log as_root apt-get update
    apt_is_fresh=yes
  fi
  for package in "${wanted[@]}"; do
    [ -n "$(apt-cache search --names-only "^$package\$")" ] || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] || fail "apt has no package ${missing[*]}: Debian 12 with its security sources has them"
  say "  packages ${wanted[*]}"
  long_or_fail "target/setup/apt-install.log" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${wanted[@]}"
}
