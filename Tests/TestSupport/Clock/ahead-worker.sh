#!/bin/sh
# A worker with short times; the first one's wall clock, with CLOCK_AHEAD loaded, is an hour ahead of everybody else's.
if mkdir "$FIRST_WORKER" 2>/dev/null; then export LD_PRELOAD="$CLOCK_AHEAD"; fi
exec "$BUILT_WORKER" --lease-seconds 2 --idle-seconds 3 "$@"
