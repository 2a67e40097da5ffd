# Sourced by setup.sh: Debian's Chromium; Playwright downloads none of its own.

[ -x /usr/bin/chromium ] || install_packages chromium
