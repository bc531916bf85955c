#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches the npm servers that the tests tagged "peer" start. Those tests also want Debian's nginx-light and orthanc:
#   apt-get install -y --no-install-recommends nginx-light orthanc orthanc-dicomweb
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --loglevel=error
