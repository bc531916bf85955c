#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How quickly the packaged program shows its window, against an empty JavaFX window on the same runtime, measured in
# turns in one run; then its memory when idle, and the size of the installer. Needs what packaging/package.sh left in
# target, Xvfb and xdotool.   packaging/start-bench.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${DISPLAY:-}" ]; then exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$@"; fi
rounds=${1:-7}
image=target/packaging/image/TrialCourier/bin/TrialCourier
runtime=$PWD/target/packaging/runtime
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Empty.java" <<'JAVA'
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

public class Empty extends Application {
    public static void main(String[] arguments) { launch(Empty.class); }
    public void start(Stage stage) { stage.setTitle("Empty"); stage.setScene(new Scene(new Pane(), 1280, 800)); stage.show(); }
}
JAVA
jdk=$(for f in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/*; do
  grep -qs 'JAVA_VERSION="2[5-9]' "$f/release" && [ -x "$f/bin/javac" ] && echo "$f" && break
done)
"$jdk/bin/javac" -cp "$(echo target/lib/javafx-*.jar | tr ' ' ':')" -d "$work" "$work/Empty.java"
(cd "$work" && "$jdk/bin/jar" --create --file empty.jar Empty.class)
empty() { exec "$runtime/bin/java" --enable-native-access=javafx.graphics -cp "$work/empty.jar" "$@" Empty; }
program() { TRIALCOURIER_HOME=$work/home exec "$image"; }

# Milliseconds from the start of a command until a window of that name is on the screen.
until_window() {
  local name=$1 begin pid
  shift
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  pid=$!
  until xdotool search --onlyvisible --name "^$name" >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || { echo "$name ended without a window" >&2; exit 1; }
    sleep 0.005
  done
  echo $(( ($(date +%s%N) - begin) / 1000000 ))
  if [ -n "${memory:-}" ]; then
    sleep 60
    awk '/^Rss|^Pss:/ {printf "%s %d MiB  ", $1, $2 / 1024} END {print ""}' "/proc/$pid/smaps_rollup" > "$work/memory"
  fi
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
}
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

# The empty window with a cache of its own, for a stricter comparison.
( empty -XX:AOTMode=record -XX:AOTConfiguration="$work/empty.conf" & pid=$!; sleep 6; kill "$pid"; wait "$pid" ) >/dev/null 2>&1 || true
"$runtime/bin/java" --enable-native-access=javafx.graphics -XX:AOTMode=create -XX:AOTConfiguration="$work/empty.conf" \
  -XX:AOTCache="$work/empty.aot" -cp "$work/empty.jar" >/dev/null 2>&1 || true

until_window TrialCourier program >/dev/null
for _ in $(seq "$rounds"); do
  until_window Empty empty >> "$work/empty.ms"
  until_window TrialCourier program >> "$work/program.ms"
  [ -s "$work/empty.aot" ] && until_window Empty empty -XX:AOTCache="$work/empty.aot" >> "$work/cached.ms"
done
memory=yes until_window TrialCourier program >/dev/null

a=$(median < "$work/program.ms")
b=$(median < "$work/empty.ms")
echo "start to first window, median of $rounds: TrialCourier $a ms, empty window $b ms, ratio $(awk "BEGIN {printf \"%.2f\", $a / $b}") (budget 1.8)"
if [ -s "$work/cached.ms" ]; then
  c=$(median < "$work/cached.ms")
  echo "against an empty window with an AOT cache of its own: $c ms, ratio $(awk "BEGIN {printf \"%.2f\", $a / $c}")"
fi
echo "idle after a minute: $(cat "$work/memory") (budget 250 MiB)"
for file in target/installer/*.deb; do
  echo "installer: $(basename "$file") $(( $(stat -c %s "$file") / 1000000 )) MB (budget 140)"
done
