# Sourced by setup.sh: the npm tools of package-lock.json, none of them with an install script.

node_version=$(node --version 2>/dev/null) || fail "Node is missing: version 20 or newer is needed"
node --eval 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' ||
  fail "Node $node_version is too old: version 20 or newer is needed"
if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
  long_or_fail target/setup/npm.log npm ci --ignore-scripts
fi
