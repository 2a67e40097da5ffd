#!/usr/bin/env bash
# Changes the rules one place at a time and looks whether a test notices. A change that none notices is a survivor;
# survivors without a reason in docs/mutants.md fail. Takes about 80 minutes on 2 cores, and wants them alone: beside a
# build, time limits catch what a test should. Arguments are files whose changes alone are tried.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/say.sh
. scripts/env.sh
. scripts/obtain.sh

# For the nightly run alone, as the fuzzer.
if ! cargo mutants --version >/dev/null 2>&1; then
  obtain cargo-mutants 27.1.0 "4 minutes"
fi
out=target/mutants/mutants.out
mkdir -p target/mutants
files=("${@/#/--file=}")
# Its exit status tells of survivors, too: what counts is which ones.
CARGO_PROFILE_DEV_DEBUG=none CARGO_PROFILE_DEV_OPT_LEVEL=1 long target/test-logs/mutants.log \
  cargo mutants --package domain --all-features --output target/mutants --no-shuffle --no-times --colors never \
  --minimum-test-timeout 60 --jobs 2 "${files[@]}" || true
tail -n 1 target/test-logs/mutants.log
[ -s "$out/outcomes.json" ] || fail "no mutant was tried: see target/test-logs/mutants.log"

# A survivor's name without its place in the file: lines move.
survivors() {
  sed -E 's/^([^:]*):[0-9]+:[0-9]+: /\1: /' "$out/missed.txt" | sort -u
}
known=$(sed -n 's/^- `\(.*\)`: .*/\1/p' docs/mutants.md)
new=$(survivors | grep --fixed-strings --line-regexp --invert-match --file <(echo "$known") || true)
[ -z "$new" ] || fail "survivors without a reason in docs/mutants.md:"$'\n'"$new"
say "every survivor has its reason in docs/mutants.md"
