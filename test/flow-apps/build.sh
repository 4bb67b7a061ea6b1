#!/usr/bin/env bash
# Builds the apps of this folder, or of the one that is given (there the one that is named), <app>/src (against <app>/stubs) with <app>/AndroidManifest.xml, to <app>.apk beside
# them, unsigned.
# Needs what test/reach-apps/build.sh needs, whose cache of tools it uses: run that once before.
set -euo pipefail

here=${1:-$(dirname "${BASH_SOURCE[0]}")}
here=$(cd "$here" && pwd)
cache=${CANDOR_SAMPLES_CACHE:-${TMPDIR:-/tmp}/candor-samples}
dx=$cache/package/framework/build-tools/metadata-generator.jar
api=$cache/package/android/build/generated/mockable-android-27.v3.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=UTC LC_ALL=C.UTF-8

for manifest in "$here"/${2:-*}/AndroidManifest.xml; do
  app=$(basename "$(dirname "$manifest")")
  out=$work/$app
  mkdir -p "$out/apk" "$out/obj"
  aapt package -f -M "$manifest" -I /usr/share/android-framework-res/framework-res.apk -F "$out/base.apk"
  unzip -q "$out/base.apk" -d "$out/apk"
  mkdir -p "$out/stubs"
  if [[ -d $here/$app/stubs ]]; then
    find "$here/$app/stubs" -name '*.java' -print0 | sort -z |
      xargs -0 javac --release 7 -Xlint:-options -nowarn -g:none -encoding UTF-8 -cp "$api" -d "$out/stubs"
  fi
  find "$here/$app/src" -name '*.java' -print0 | sort -z |
    xargs -0 javac --release 7 -Xlint:-options -nowarn -g:none -encoding UTF-8 -cp "$api:$out/stubs" -d "$out/obj"
  java -cp "$dx" com.android.dx.command.Main --dex --output="$out/apk/classes.dex" "$out/obj"
  find "$out/apk" -exec touch -d '2024-01-01 00:00:00' {} +
  (cd "$out/apk" && find . -type f -printf '%P\n' | sort | zip -q -X -9 "$out/app.apk" -@)
  cp "$out/app.apk" "$here/$app.apk"
done
