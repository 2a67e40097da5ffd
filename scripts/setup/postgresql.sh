# Sourced by setup.sh: PostgreSQL for `pg_virtualenv`; no server of the system is started for it.

if ! command -v pg_virtualenv >/dev/null || ! ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; then
  install_packages postgresql-common
  switch=/etc/postgresql-common/createcluster.d/stupeni.conf
  as_root mkdir -p "$(dirname "$switch")"
  echo "create_main_cluster = false" | as_root tee "$switch" >/dev/null
  install_packages postgresql
  as_root rm "$switch"
fi
