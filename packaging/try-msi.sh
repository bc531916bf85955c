#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tries the description of the Windows installer where there is no Windows: builds an .msi from windows/TrialCourier.wxs
# around a stand-in program, looks into its tables, installs it as one person, upgrades, is offered an older one, removes.
# Needs msitools, wixl, xsltproc, wine and xvfb.   packaging/try-msi.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
trap 'wineserver -k || true; rm -rf "$work"' EXIT
must() { echo "  $1"; shift; "$@" || { echo "FAILED: $*"; exit 1; }; }

# an installer of this version around what is in the image
build() {
  xsltproc --stringparam version "$1" --stringparam icon program.ico packaging/windows/wix3.xsl \
    packaging/windows/TrialCourier.wxs > "$work/program.wxs"
  (
    cd "$work"
    find "$work/an image" -type f | sort | wixl-heat --component-group INSTALLFOLDERFiles \
      --directory-ref INSTALLFOLDER --var var.Image --prefix "$work/an image/" --win64 > files.wxs
    wixl -a x64 -D Win64=yes -D Image="an image" -o "$1.msi" program.wxs files.wxs
  )
}
table() { msiinfo export "$work/0.1.0.msi" "$1" | tr -d '\r'; }
msiexec() { wine msiexec "$@" /qn; }
lacks() { ! grep -q "$@"; }

cp icons/trialcourier.ico "$work/program.ico"
mkdir -p "$work/an image/app/legal"
echo program > "$work/an image/TrialCourier.exe"
echo old > "$work/an image/app/trialcourier-0.1.0.jar"
cp LICENSE "$work/an image/app/legal/"
build 0.1.0
mv "$work/an image/app/trialcourier-0.1.0.jar" "$work/an image/app/trialcourier-0.2.0.jar"
build 0.2.0

echo "what the .msi says"
must "for one person, without an administrator" grep -q "^Source: 10 " <(msiinfo suminfo "$work/0.1.0.msi")
must "64 bit" grep -q "^Template: x64;1033" <(msiinfo suminfo "$work/0.1.0.msi")
table Registry > "$work/registry"
must "nothing of the computer, all of this person" lacks -P '^reg\S+\t(?!1\t)' "$work/registry"
must "nothing runs at installation" test "$(table CustomAction | wc -l)" -le 3
must "newer replaces older" grep -q WIX_UPGRADE_DETECTED <(table Upgrade)

echo "installed on a Windows that is none (Wine)"
xvfb-run -a wine wineboot -i
person=$(ls -d "$WINEPREFIX"/drive_c/users/*/AppData | grep -v Public | head -1)
program=$person/Local/Programs/TrialCourier
mkdir -p "$person/Local/TrialCourier"
echo data > "$person/Local/TrialCourier/trialcourier.db"
msiexec /i "$work/0.1.0.msi"
must "the program" test -f "$program/TrialCourier.exe" -a -f "$program/app/trialcourier-0.1.0.jar"
must "its licence" cmp LICENSE "$program/app/legal/LICENSE"
must "in the menu" test -f "$person/Roaming/Microsoft/Windows/Start Menu/Programs/TrialCourier.lnk"
registry() { wineserver -w; tr -d '\\' < "$WINEPREFIX/user.reg"; }
registry > "$work/after"
opens() { grep -F -A3 "[SoftwareClasses$1]" "$work/after" | grep -q '@=".*TrialCourier.exe" "%1""'; }
must "links open it" opens trialcouriershellopencommand
must "links are links" grep -qF '"URL Protocol"=""' "$work/after"
must ".dcm may be opened with it" grep -qF '"TrialCourier.Dicom"=""' "$work/after"
must "files open it" opens TrialCourier.Dicomshellopencommand
must "DICOMDIR is sent with it" opens '*shellTrialCouriercommand'

echo "the upgrade"
msiexec /i "$work/0.2.0.msi"
must "the new files" test -f "$program/app/trialcourier-0.2.0.jar"
must "none of the old" test ! -e "$program/app/trialcourier-0.1.0.jar"
if msiexec /i "$work/0.1.0.msi"; then echo "FAILED: an older one was let in"; exit 1; fi
must "an older one is refused" test -f "$program/app/trialcourier-0.2.0.jar"

echo "the removal"
msiexec /x "$work/0.2.0.msi"
must "the program is gone" test ! -e "$program"
must "the menu too" test ! -e "$person/Roaming/Microsoft/Windows/Start Menu/Programs/TrialCourier.lnk"
must "links and file types too" lacks -i 'Classes.*trialcourier' <(registry)
must "the data stays" test -s "$person/Local/TrialCourier/trialcourier.db"
