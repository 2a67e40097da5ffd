# Sourced by suite.sh: reads a suite's log.

# count LOG: prints how many passed and how many failed.
#
# Understood: cargo's result lines, and lines `N passed, M failed` as our own suites print them.
count() {
  awk '
    /^test result: / { passed += $4; failed += $6 }
    /^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 }
    END { print passed + 0, failed + 0 }
  ' "$1"
}
