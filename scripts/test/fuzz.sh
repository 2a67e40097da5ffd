#!/usr/bin/env bash
# Feeds the field rules inputs that nobody thought of, every target for so many seconds (60 without
# an argument). What breaks a rule stays in domain/fuzz/artifacts, what was learnt in domain/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/say.sh
. scripts/env.sh
. scripts/obtain.sh

seconds=${1:-60}
# Both tools are for the nightly run alone: no other run waits for them.
if ! cargo fuzz --version >/dev/null 2>&1; then
  obtain cargo-fuzz 0.13.2 "1 minute"
fi
# Coverage needs flags of the nightly compiler; sanitizers, which would need its sources, find
# nothing in code without `unsafe`.
export RUSTC_BOOTSTRAP=1
fuzz() {
  cargo fuzz "$1" --fuzz-dir domain/fuzz "${@:2}"
}
node scripts/test/corpus/seeds.mjs
for target in $(fuzz list); do
  say "fuzz $target: $seconds s"
  log=target/test-logs/fuzz-$target.log
  long_or_fail "$log" \
    fuzz run --sanitizer none --target-dir target/fuzz "$target" -- -max_total_time="$seconds" -max_len=1200
  tail -n 1 "$log"
done
