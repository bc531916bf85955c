#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches the npm servers and the S3-compatible store that the tests tagged "peer" start. Those tests also want Debian's nginx-light and orthanc:
#   apt-get install -y --no-install-recommends nginx-light orthanc orthanc-dicomweb
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --loglevel=error
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=com.adobe.testing:s3mock:5.2.0:jar:exec \
  -DoutputDirectory="$PWD/node_modules" -Dmdep.stripVersion=true -Dmdep.stripClassifier=true
