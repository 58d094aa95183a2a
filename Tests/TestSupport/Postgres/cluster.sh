#!/usr/bin/env bash
# A throw-away PostgreSQL for as long as standard input is open: prints the folder of its socket when it answers.
#
# Usage: cluster.sh PGINSTALL [SETTING=VALUE ...]
set -euo pipefail

# PostgreSQL refuses to run as root. In a name space of its own root is somebody else, and still may enter its folders.
if [ "$(id -u)" -eq 0 ]; then
    if unshare --user --map-user=1000 --map-group=1000 true 2>/dev/null; then
        exec unshare --user --map-user=1000 --map-group=1000 "$0" "$@"
    fi
    exec setpriv --reuid=65534 --regid=65534 --clear-groups "$0" "$@"
fi

bin=$1/bin
shift
# Short: the path of a socket has at most 107 bytes.
folder=$(mktemp -d /tmp/codeforge-pg.XXXXXX)
server=
end() {
    [ -z "$server" ] || { kill -QUIT "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf "$folder"
}
trap end EXIT
trap exit TERM INT

"$bin/initdb" -D "$folder/data" -U postgres -A trust --no-sync -E UTF8 --locale=C >/dev/null
settings=(listen_addresses= unix_socket_directories="$folder" max_connections=200 fsync=off shared_buffers=64MB)
options=()
for setting in "${settings[@]}" "$@"; do options+=(-c "$setting"); done
"$bin/postgres" -D "$folder/data" "${options[@]}" </dev/null >"$folder/log" 2>&1 &
server=$!
for _ in $(seq 200); do
    if "$bin/psql" -h "$folder" -U postgres -c 'select 1' postgres >/dev/null 2>&1; then
        echo "$folder"
        cat >/dev/null
        exit
    fi
    sleep 0.05
done
cat "$folder/log" >&2
exit 1
