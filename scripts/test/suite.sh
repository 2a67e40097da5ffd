# Sourced by test.sh: runs one suite after the other and adds up what passed and failed.

. scripts/test/count.sh

logs=target/test-logs
total_passed=0
total_failed=0

# compile TEXT NAME COMMAND…: without it there is nothing to test.
compile() {
  local text=$1 name=$2
  shift 2
  say "compiling $text"
  if ! long "$logs/$name.log" "$@"; then
    show_failures "$name"
    echo "0 passed, 1 failed"
    exit 1
  fi
}

# suite NAME TEXT COMMAND…: its log tells how many tests passed; none at all is a failure.
suite() {
  local name=$1 passed failed begun=$SECONDS
  run "$@"
  read -r passed failed < <(count "$logs/$name.log")
  if [ $((passed + failed)) = 0 ]; then
    say "$name: ran no test, which counts as a failure"
    failed=1
  elif [ "$status" != 0 ] && [ "$failed" = 0 ]; then
    failed=1
  fi
  record
}

# check NAME TEXT COMMAND…: one test, judged by the command's exit status.
check() {
  local name=$1 passed failed begun=$SECONDS
  run "$@"
  failed=$((status != 0))
  passed=$((1 - failed))
  record
}

run() {
  local name=$1 text=$2
  shift 2
  say "$name: $text"
  status=0
  long "$logs/$name.log" "$@" || status=$?
}

# Adds `passed` and `failed` of the suite `name` to the totals.
record() {
  [ "$failed" = 0 ] || show_failures "$name"
  say "$name: $passed of $((passed + failed)) passed in $((SECONDS - begun)) s"
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
}

# The failures cargo and rustc describe, and the end of the log; set off from our own lines.
show_failures() {
  local log=$logs/$1.log
  say "$log:"
  {
    awk '/^failures:$/ { inside = 1 } /^test result:/ { inside = 0 } inside || /^error/' "$log" | head -n 200
    echo "…"
    tail -n 40 "$log"
  } | sed 's/^/  | /'
}
