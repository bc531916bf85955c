#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A tus server that keeps uploads in an S3-compatible store, in a network namespace of its own, because the store listens
# on all interfaces: s3.sh <folder>; reachable through the socket <folder>/door only. Ends when its input ends.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder/store"
exec unshare --net --map-root-user --kill-child bash -c '
  ip link set lo up
  cd "$2"
  "${JAVA_HOME:-/usr}/bin/java" -Xmx256m -XX:TieredStopAtLevel=1 -Dhttp.port=9090 -Dserver.port=9191 \
    "-Dcom.adobe.testing.s3mock.store.root=$1/store" -jar node_modules/s3mock.jar >"$1/store.log" 2>&1 &
  store=$!
  node s3-tus-server.mjs >"$1/tus.log" 2>&1 &
  tus=$!
  node bridge.mjs "$1/door" 8080
  kill -9 $store $tus
' s3 "$folder" "$here"
