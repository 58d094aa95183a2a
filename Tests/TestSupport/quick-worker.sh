#!/bin/sh
# The built worker with short times, so that tests need not wait for leases. BUILT_WORKER names it.
case $1 in export-github | team | team-sync) exec "$BUILT_WORKER" "$@" ;; esac
exec "$BUILT_WORKER" --lease-seconds 1 --idle-seconds 3 "$@"
