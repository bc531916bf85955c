#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the .deb as a hospital would, over an older one, works with it as an ordinary person, and removes it again:
# the data must outlive both. Needs root (or sudo) and xvfb.   packaging/try-deb.sh [FILE.deb]
set -euo pipefail
cd "$(dirname "$0")/.."
deb=$(realpath "${1:-$(ls target/installer/trialcourier_*.deb)}")
sudo=; [ "$(id -u)" -eq 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive

work=$(mktemp -d)
person=nobody
home=$work/home
data=$home/.local/share/trialcourier
mkdir -p "$home"
$sudo chown "$person" "$home"
chmod 755 "$work"
trap '$sudo rm -rf "$work"' EXIT

as_person() { $sudo runuser -u "$person" -- env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"; }
must() { echo "  $1"; shift; "$@" || { echo "FAILED: $*"; exit 1; }; }

echo "an older version (the same files with a lower number)"
dpkg-deb --raw-extract "$deb" "$work/old"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/old/DEBIAN/control"
rm "$work/old/opt/trialcourier/lib/app/start.aot"
dpkg-deb --root-owner-group -Znone --build "$work/old" "$work/old.deb" >/dev/null
rm -rf "$work/old"
(cd "$(dirname "$deb")" && sha256sum -c "$(basename "$deb").sha256")
$sudo apt-get install -y -qq --no-install-recommends "$work/old.deb" >/dev/null
must "installed: $(dpkg-query -W -f '${Version}' trialcourier)" test "$(dpkg-query -W -f '${Version}' trialcourier)" = 0.0.1

echo "the practice job, without a display"
as_person trialcourier demo --headless --json > "$work/receipt.json"
must "a receipt" grep -q '"receipt"' "$work/receipt.json"
must "data of mode 700" test "$(stat -c %a "$data")" = 700
as_person trialcourier --home "$data/practice" queue list --json > "$work/before.json"
must "the submission is in the queue" grep -q '"received"' "$work/before.json"

echo "a crash of the Java machine"
as_person sh -c 'cd "$HOME"
  trialcourier receiver --dir received --port 0 > crash.log 2>&1 & program=$!
  for turn in $(seq 300); do grep -qs http crash.log && break; sleep 0.1; done
  kill -SEGV $program; wait $program || true'
must "is told" grep -q SIGSEGV "$home/crash.log"
must "no report and no core is left" test -z "$(find "$home" -name 'hs_err_pid*' -o -name 'core' -o -name 'core.[0-9]*')"

echo "the upgrade"
$sudo apt-get install -y -qq --no-install-recommends "$deb" >/dev/null
must "a newer version: $(dpkg-query -W -f '${Version}' trialcourier)" test "$(dpkg-query -W -f '${Version}' trialcourier)" != 0.0.1
as_person trialcourier --home "$data/practice" queue list --json > "$work/after.json"
for json in before after; do tr -d , < "$work/$json.json" | sort > "$work/$json.lines"; done # members have no order
must "the queue is as it was" cmp "$work/before.lines" "$work/after.lines"
must "the audit trail is whole" as_person trialcourier --home "$data/practice" audit verify
must "the quick start is used" as_person env JAVA_TOOL_OPTIONS=-XX:AOTMode=on trialcourier --version
must "the window opens" as_person xvfb-run -a -s "-screen 0 1600x1000x24" trialcourier --self-test
must "only its own places" test -z "$(dpkg-deb --contents "$deb" | awk '$6 !~ "^\\./(opt/trialcourier/|opt/$|usr/(bin/(trialcourier)?)?$|usr/share/(applications|icons|doc/trialcourier)|usr/share/(doc/)?$|$)"')"
must "nothing runs as administrator, now or later" test -z "$(dpkg-deb --contents "$deb" | grep '^-..s\|^-.....s')$(dpkg-deb --control "$deb" "$work/control" && ls "$work/control" | grep -v '^control$')"
must "menu entry" test -f /usr/share/applications/trialcourier.desktop
must "licences" grep -q "Apache License" /usr/share/doc/trialcourier/copyright
must "bill of materials" grep -q CycloneDX /opt/trialcourier/lib/app/legal/bom.json

echo "the removal"
$sudo apt-get remove -y -qq trialcourier >/dev/null
must "the program is gone" test ! -e /opt/trialcourier -a ! -e /usr/bin/trialcourier
must "the data stays" $sudo test -s "$data/practice/trialcourier.db"
