# Sourced after set-up: the compiler it chose.
if [ -f target/setup/env ]; then
  # shellcheck source=/dev/null
  . target/setup/env
fi
