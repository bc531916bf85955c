#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the program and makes its installer for this system: target/installer, with its SHA-256 beside it.
# Needs a JDK 25 (jlink, jpackage) and Maven; on Debian also dpkg-deb, and xvfb-run where there is no display.
#   packaging/package.sh [--built] [--image] [--fast]
#   --built: take what "mvn package" left in target; --image: no installer, only the app image; --fast: gzip, not xz
set -eu
cd "$(dirname "$0")/.."

built=
[ "${1:-}" = --built ] && { built=yes; shift; }
[ -n "$built" ] || mvn -B -ntp -q package -Dmaven.test.skip=true

# A JDK 25 or newer: the one of the environment, or where systems keep them.
java=
for folder in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nonexistent}"/.sdkman/candidates/java/*; do
  [ -x "$folder/bin/jpackage" ] || continue
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$folder/release" 2>/dev/null) || continue
  if [ "${version:-0}" -ge 25 ]; then java=$folder/bin/java; break; fi
done
if [ -z "$java" ]; then
  echo "Packaging needs a JDK 25 or newer with jpackage, for example Eclipse Temurin 25 (package temurin-25-jdk)." >&2
  exit 1
fi
exec "$java" packaging/build/Package.java "$@"
