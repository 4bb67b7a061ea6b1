#!/usr/bin/env bash
# Compiles first/ and second/ to first.dex and second.dex, one program in two DEX files.
# Needs JDK 17; fetched through npm into the cache folder, as test/reach-apps/build.sh does: tns-android@2.5.0 for dx 1.11
# and jpush-react-native@2.5.0 for a jar of Android 8.1's API.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${CANDOR_SAMPLES_CACHE:-${TMPDIR:-/tmp}/candor-samples}
dx=package/framework/build-tools/metadata-generator.jar
api=package/android/build/generated/mockable-android-27.v3.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$cache"

# Member $2 of the tarball of npm package $1.
fetch() {
  [[ -f $cache/$2 ]] && return
  (cd "$cache" && npm pack --silent "$1" >/dev/null)
  tar -xzf "$cache/${1/@/-}.tgz" -C "$cache" --warning=no-unknown-keyword "$2"
}

fetch tns-android@2.5.0 "$dx"
fetch jpush-react-native@2.5.0 "$api"
mkdir -p "$work"/{both,first,second}
javac --release 7 -Xlint:-options -nowarn -g:none -encoding UTF-8 -cp "$cache/$api" -d "$work/both" \
  $(find "$here/first" "$here/second" -name '*.java' | sort)
for part in first second; do
  for source in "$here/$part"/fixture/*.java; do
    mkdir -p "$work/$part/fixture"
    cp "$work/both/fixture/$(basename "$source" .java)"*.class "$work/$part/fixture/"
  done
  java -cp "$cache/$dx" com.android.dx.command.Main --dex --output="$here/$part.dex" "$work/$part"
done
