# Sourced by the scripts: how they speak, and how they run long commands.

# One line of progress with the time since the script began.
say() {
  printf '[%2d:%02d] %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*"
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# long LOG COMMAND…: output goes to LOG; every 20 s one line tells where the command is.
long() {
  local log=$1 status=0 beat
  shift
  mkdir -p "$(dirname "$log")"
  : >"$log"
  while sleep 20 >/dev/null 2>&1; do
    say "  … $(grep . "$log" | tail -n 1 | cut -c 1-100)"
  done &
  beat=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$beat" 2>/dev/null
  wait "$beat" 2>/dev/null || true
  return "$status"
}

# The same, but a failure prints the end of the log and ends the script.
long_or_fail() {
  long "$@" || {
    tail -n 40 "$1" >&2
    fail "$2 failed; the whole log is in $1"
  }
}
