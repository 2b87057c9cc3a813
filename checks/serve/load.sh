#!/bin/bash
# Starts `writwatch site serve`, times the first page, then measures pages per second of processor, the wait at a fixed rate,
# and whether memory, threads and open files grow while it is asked for REQUESTS pages (default 1,000,000). Prints one line per
# figure. Needs wrk, curl and a JDK. Ends the server it started. The machine may be shared: seconds are those of the processor.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${WRITWATCH:-$root/writwatch}
requests=${REQUESTS:-1000000}
blocks=${BLOCKS:-60}
port=${PORT:-8377}
work=$(mktemp -d)
command -v wrk >/dev/null || { echo "wrk is not installed: nothing was measured" >&2; exit 2; }
"$program" --version >/dev/null
export WRITWATCH_HOME=$work/home
begun=$(date +%s%N)
WRITWATCH_HEAP=${WRITWATCH_HEAP:-320m} "$program" site serve --port "$port" >"$work/out" 2>"$work/err" &
pid=$!
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT
until curl -sf "http://127.0.0.1:$port/en/index.html" >/dev/null; do
  kill -0 $pid 2>/dev/null || { cat "$work/err" >&2; exit 1; }
  sleep 0.05
done
now=$(date +%s%N)
ticks=$(getconf CLK_TCK)
cpu() { awk -v t="$ticks" '{print ($14 + $15) / t}' "/proc/$pid/stat"; }
echo "start: first page after $(( (now - begun) / 1000000 )) ms by the clock, $(cpu) s of processor"
curl -sf "http://127.0.0.1:$port/api/index.json" >"$work/index.json"
grep -o '"file":"api/[a-z]*/[^"]*"' "$work/index.json" | sed -E 's#"file":"api/county/(.*)\.json"#/en/county/\1.html\n/es/condado/\1.html#; s#"file":"api/agency/(.*)\.json"#/en/agency/\1.html\n/es/agencia/\1.html#' >"$work/all"
# What people ask for most: the first pages, the help, and 400 counties in both languages.
{ printf '%s\n' /en/index.html /es/index.html /en/someone-was-detained.html /es/detuvieron-a-alguien.html /en/map.html /assets/site.css /assets/site.js
  grep -E '/(county|condado)/' "$work/all" | awk 'NR % 8 < 2' | head -800; } >"$work/often"
hit() { PAGES=$1 DELAY=$2 wrk -t1 -c"$3" -d"$4"s --latency -s "$here/pages.lua" "http://127.0.0.1:$port" | tail -1; }
rate() { # name pages connections seconds
  local before after line
  before=$(cpu); line=$(hit "$2" 0 "$3" "$4"); after=$(cpu)
  echo "$1: $line; $(awk -v l="$line" -v a="$after" -v b="$before" 'BEGIN {split(l, w, " "); printf "%.0f pages per second of processor", w[2] / (a - b)}')"
}
hit "$work/often" 0 8 20 >/dev/null
hit "$work/often" 0 8 20 >/dev/null
rate "pages often asked for" "$work/often" 8 20
rate "every county and agency in turn, most of them made anew" "$work/all" 8 20
hit "$work/often" 0 8 10 >/dev/null
echo "1,000 a second asked for: $(hit "$work/often" 50 50 20)"
echo "50 a second asked for: $(hit "$work/often" 200 10 20)"
look() { jcmd $pid GC.run >/dev/null; sleep 1; echo "$1 heap $(jcmd $pid GC.heap_info | grep -oE 'used [0-9]+K' | head -3 | grep -oE '[0-9]+' | paste -sd+ | bc) KiB, resident $(awk '/VmRSS/{print $2}' /proc/$pid/status) KiB (most $(awk '/VmHWM/{print $2}' /proc/$pid/status)), threads $(ls /proc/$pid/task | wc -l), open $(ls /proc/$pid/fd | wc -l)"; }
look "soak 0:"
asked=0
block=0
while [ "$asked" -lt "$requests" ] && [ "$block" -lt "$blocks" ]; do
  block=$((block + 1))
  # Beside the readers: clients that say nothing, half a request, and nonsense.
  for i in 1 2 3 4 5; do (exec 3<>"/dev/tcp/127.0.0.1/$port"; printf 'GET /en/' >&3; sleep 3) 2>/dev/null & done
  for path in '/../../etc/passwd' "/en/county/$(head -c 3000 /dev/zero | tr '\0' x).html" '/es/%00'; do curl -s -o /dev/null --path-as-is "http://127.0.0.1:$port$path" || true; done
  line=$(hit "$work/often" 0 16 20)
  asked=$((asked + $(echo "$line" | awk '{print $2}')))
  look "soak $asked: ($line)"
done
grep -cE '127\.0\.0\.1|wrk|curl' "$work/out" "$work/err" | sed 's/^/traces of visitors in /' | sed "s#$work/##"
find "$work/home" -type f 2>/dev/null | wc -l | sed 's/^/files written to the home: /'
