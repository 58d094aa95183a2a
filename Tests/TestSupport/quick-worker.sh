#!/bin/sh
# The built worker with short times, so that tests need not wait for leases. BUILT_WORKER names it.
[ "$1" = export-github ] && exec "$BUILT_WORKER" "$@"
exec "$BUILT_WORKER" --lease-seconds 1 --idle-seconds 3 "$@"
