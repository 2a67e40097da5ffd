# Sourced by suite.sh: reads a suite's log.

# count LOG STATUS: prints how many passed and how many failed.
#
# Understood: cargo's result lines, and lines `N passed, M failed` as our own suites print them.
# A command that prints neither is one check, judged by its exit status.
count() {
  awk -v status="$2" '
    /^test result: / { counted = 1; passed += $4; failed += $6 }
    /^[0-9]+ passed, [0-9]+ failed$/ { counted = 1; passed += $1; failed += $3 }
    END {
      if (!counted) { passed = (status == 0); failed = (status != 0) }
      print passed + 0, failed + 0
    }
  ' "$1"
}
