# Starts Kate on a file of a folder, set up as README says, with a home, a screen and a bus of its own; comes back once
# the server has sent diagnostics. Sourced, with the arguments CODEFORGE FOLDER DATABASE and the variable `file`.
#
# In FOLDER, sent.log and received.log hold what Kate and the server say.
set -euo pipefail

codeforge=$1 folder=$2 database=$3

if [ -z "${KATE_HOME:-}" ]; then
    # A home, a screen and a bus of its own, which starts no services; they end with it, and at the latest after a minute.
    KATE_HOME=$(mktemp -d)
    export KATE_HOME
    cat >"$KATE_HOME/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$KATE_HOME</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
    exec timeout 60 xvfb-run --auto-servernum --server-args="-screen 0 1000x700x24" \
        dbus-run-session --config-file="$KATE_HOME/bus.conf" -- "$0" "$@"
fi

home=$KATE_HOME
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export XDG_RUNTIME_DIR=$home/runtime QT_QPA_PLATFORM=xcb
mkdir -p "$XDG_CONFIG_HOME/kate/lspclient" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

# The server, with what is said written down.
cat >"$home/server" <<END
#!/bin/sh
tee "$folder/sent.log" | "$codeforge" lsp --database "$database" | tee "$folder/received.log"
END
chmod +x "$home/server"
cat >"$XDG_CONFIG_HOME/kate/lspclient/settings.json" <<END
{
  "servers": {
    "python": { "command": ["$home/server"], "highlightingModeRegex": "^Python$", "rootIndicationFileNames": [".git"] }
  }
}
END
# What Kate asks when it meets a server for the first time.
cat >"$XDG_CONFIG_HOME/katerc" <<END
[General]
Show welcome view for new window=false
[lspclient]
AllowedServerCommandLines=$home/server
END

touch "$folder/sent.log" "$folder/received.log"
kate --startanon --new "$folder/$file" 2>"$home/errors" &
kate=$!
trap 'kill $kate 2>/dev/null || true; wait $kate 2>/dev/null || true; rm -rf "$home"' EXIT

# How often a message went over the wire.
count() { { grep --text --only-matching "\"method\": *\"$2\"" "$folder/$1.log" || true; } | wc -l; }
# Waits until a message has gone over the wire more than so many times.
wait_for() {
    until [ "$(count "$1" "$2")" -gt "$3" ]; do
        kill -0 $kate
        sleep 0.05
    done
}
go_to_line() {
    xdotool key ctrl+g
    xdotool type "$1"
    xdotool key Return
}

wait_for received textDocument/publishDiagnostics 0
window=$(xdotool search --sync --onlyvisible --class kate | tail -n 1)
xdotool windowfocus "$window"
