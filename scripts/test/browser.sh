#!/usr/bin/env bash
# The Playwright journeys against target/release/stupeni; ends with `N passed, M failed`.
set -euo pipefail
cd "$(dirname "$0")/../../end2end"

report=test-results/report.json
rm -f "$report"
status=0
../node_modules/.bin/playwright test || status=$?
# A test that passed only when repeated has failed once.
node --eval '
  const { stats } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  console.log(`${stats.expected} passed, ${stats.unexpected + stats.flaky} failed`);
' "$report"
exit "$status"
