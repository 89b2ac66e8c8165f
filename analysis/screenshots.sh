#!/usr/bin/env bash
# Screenshots of a report, whole pages: wide.png, narrow.png (a phone, 390 px) and dark.png, made with headless Chromium.
#   analysis/screenshots.sh REPORT_DIR [OUT_DIR]
set -euo pipefail

report=$(realpath "${1:?"usage: analysis/screenshots.sh REPORT_DIR [OUT_DIR]"}")/report.html
out=$(realpath "${2:-.}")
[[ -f $report ]] || { echo "no finished report: $report" >&2; exit 2; }
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
    || { echo "no Chromium on the PATH" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

chromium() {
    "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --hide-scrollbars \
        --disable-background-networking --disable-component-update --user-data-dir="$work/profile" "$@" 2>/dev/null
}

# A window of Chromium is never narrower than 500 px; a frame within it is as narrow as it is told.
page() { # WIDTH HEIGHT SCRIPT
    { cat "$report"; echo "$3"; } >"$work/report.html"
    echo "<!doctype html><body style='margin:0'><iframe src='report.html' width='$1' height='$2' style='border:0'></iframe>
<script>onmessage = e => document.body.textContent = 'height=' + e.data + ';'</script>" >"$work/page.html"
    echo "file://$work/page.html"
}

shoot() { # NAME WIDTH SCHEME (0 dark, 1 light)
    local tell="<script>addEventListener('load', () => parent.postMessage(document.documentElement.scrollHeight, '*'))</script>"
    local height
    height=$(chromium --window-size=1500,1000 --dump-dom "$(page "$2" 100 "$tell")" | grep -o 'height=[0-9]*' | cut -d= -f2)
    chromium --window-size="$2,$height" --blink-settings=preferredColorScheme="$3" --screenshot="$out/$1.png" \
        "$(page "$2" "$height" "")"
    echo "$out/$1.png: $2 x $height"
}

shoot wide 1400 1
shoot narrow 390 1
shoot dark 1400 0
