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

# suite NAME TEXT COMMAND…
suite() {
  local name=$1 text=$2 status=0 begun=$SECONDS passed failed
  shift 2
  say "$name: $text"
  long "$logs/$name.log" "$@" || status=$?
  read -r passed failed < <(count "$logs/$name.log" "$status")
  if [ "$status" != 0 ] || [ "$failed" != 0 ]; then
    show_failures "$name"
  fi
  if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then
    say "$name: ran no test, which counts as a failure"
    failed=1
  elif [ "$status" != 0 ] && [ "$failed" = 0 ]; then
    failed=1
  fi
  say "$name: $passed of $((passed + failed)) passed in $((SECONDS - begun)) s"
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
}

# The failures cargo and rustc describe, and the end of the log.
show_failures() {
  local log=$logs/$1.log
  echo "----- $log"
  awk '/^failures:$/ { inside = 1 } /^test result:/ { inside = 0 } inside || /^error/' "$log" | head -n 200
  echo "  …"
  tail -n 40 "$log"
  echo "-----"
}
