#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Orthanc with DICOMweb in a network namespace of its own, because this version listens on all interfaces:
#   orthanc.sh <folder>; reachable through the socket <folder>/door only. Ends when its input ends.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
cat > "$folder/orthanc.json" <<JSON
{"StorageDirectory":"$folder/store","IndexDirectory":"$folder/store","HttpPort":8042,"DicomServerEnabled":false,
 "RemoteAccessAllowed":false,"AuthenticationEnabled":false,"OverwriteInstances":false,
 "Plugins":["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],"DicomWeb":{"Enable":true,"Root":"/dicom-web/"}}
JSON
mkdir -p "$folder/store"
exec unshare --net --map-root-user --kill-child bash -c '
  ip link set lo up
  Orthanc "$1/orthanc.json" >"$1/orthanc.log" 2>&1 &
  orthanc=$!
  node "$2/bridge.mjs" "$1/door" 8042
  kill -9 $orthanc
' orthanc "$folder" "$here"
