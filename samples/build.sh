#!/usr/bin/env bash
# Builds the samples' app.apk files from their source with the real tools.
#
#   samples/build.sh                 all samples
#   samples/build.sh native-java     only those named
#
# Needs, on the machine: bash, Node 20, JDK 17 (javac, keytool) and the Debian packages aapt, apksigner, zipalign, zip,
# unzip, android-framework-res. Fetched through npm into the cache folder:
#   tns-android@2.5.0 for dx 1.11, the dexer;
#   for react-native, uni-app and cordova what their package.json name: Metro, uni-app's Vite plugin, Cordova's command
#   line (some minutes and some 700 MB).
# Versions below those that a package.json names are the newest of the day in $as_of.
# The cache folder is $CANDOR_SAMPLES_CACHE, or candor-samples in the temporary folder; it may be deleted at any time.
#
# The signing key is made anew for every run and thrown away, so no two runs sign alike. Everything else is reproducible,
# and an app.apk whose entries come out as they were is left as it is.
set -euo pipefail

samples=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${CANDOR_SAMPLES_CACHE:-${TMPDIR:-/tmp}/candor-samples}
framework=/usr/share/android-framework-res/framework-res.apk
dx=$cache/package/framework/build-tools/metadata-generator.jar
as_of=2026-11-01
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=UTC LC_ALL=C.UTF-8
mkdir -p "$cache"

fetch_dx() {
  [[ -f $dx ]] && return
  (cd "$cache" && npm pack --silent tns-android@2.5.0 >/dev/null)
  tar -xzf "$cache/tns-android-2.5.0.tgz" -C "$cache" --warning=no-unknown-keyword package/framework/build-tools/metadata-generator.jar
}

# Java and resources in folder $1 to the unpacked APK in folder $2.
compile() {
  local from=$1 to=$2 resources=()
  mkdir -p "$work/gen" "$work/obj" "$work/stubs" "$to"
  [[ -d $from/res ]] && resources=(-m -J "$work/gen" -S "$from/res")
  aapt package -f -M "$from/AndroidManifest.xml" "${resources[@]}" -I "$framework" -F "$work/base.apk"
  unzip -q "$work/base.apk" -d "$to"
  find "$samples/android-stubs" -name '*.java' -print0 | sort -z |
    xargs -0 javac --release 7 -Xlint:-options -nowarn -d "$work/stubs"
  find "$from/src" "$work/gen" -name '*.java' -print0 | sort -z |
    xargs -0 javac --release 7 -Xlint:-options -nowarn -g -encoding UTF-8 -cp "$work/stubs" -d "$work/obj"
  java -cp "$dx" com.android.dx.command.Main --dex --output="$to/classes.dex" "$work/obj"
  rm -rf "$work/gen" "$work/obj" "$work/stubs" "$work/base.apk"
}

entries() {
  unzip -v "$1" | awk 'length($7) == 8 && $7 !~ /-/ && $8 !~ "^META-INF/" { print $7, $8 }' | sort
}

# Packs, aligns and signs the folder $1 as the file $2.
pack() {
  local from=$1 to=$2
  find "$from" -exec touch -d '2024-01-01 00:00:00' {} +
  (cd "$from" && find . -type f -printf '%P\n' | sort | zip -q -X -8 -n .arsc:.so "$work/unsigned.apk" -@)
  zipalign -f 4 "$work/unsigned.apk" "$work/aligned.apk"
  if [[ ! -f $work/throwaway.p12 ]]; then
    keytool -genkeypair -keystore "$work/throwaway.p12" -storetype PKCS12 -storepass throwaway -alias sample -keyalg RSA \
      -keysize 2048 -validity 10000 -dname 'CN=Candor sample' 2>/dev/null
  fi
  apksigner sign --ks "$work/throwaway.p12" --ks-pass pass:throwaway --out "$work/signed.apk" "$work/aligned.apk"
  if [[ -f $to ]] && diff -q <(entries "$to") <(entries "$work/signed.apk") >/dev/null; then
    echo "unchanged  ${to#"$samples"/}"
  else
    cp "$work/signed.apk" "$to"
    echo "built      ${to#"$samples"/}"
  fi
  rm -f "$work"/*.apk
}

build_native-java() {
  compile "$samples/native-java" "$work/native-java"
  pack "$work/native-java" "$samples/native-java/app.apk"
}

# Installs what the package.json of sample $1 names into the cache and copies its sources beside it.
install_node() {
  local to=$cache/$1
  mkdir -p "$to"
  if ! cmp -s "$samples/$1/package.json" "$to/package.json" || [[ ! -d $to/node_modules ]]; then
    cp "$samples/$1/package.json" "$to/"
    (cd "$to" && npm install --ignore-scripts --no-audit --no-fund --legacy-peer-deps --before "$as_of" --loglevel error)
  fi
}

build_react-native() {
  local to=$cache/react-native apk=$work/react-native
  install_node react-native
  rm -rf "$to/src"
  cp -r "$samples/react-native/"{index.js,babel.config.js,metro.config.js,src} "$to/"
  compile "$samples/react-native/android" "$apk"
  mkdir -p "$apk/assets"
  (cd "$to" && npx react-native bundle --platform android --dev false --minify true --reset-cache --entry-file index.js \
    --bundle-output "$apk/assets/index.android.bundle" >/dev/null)
  pack "$apk" "$samples/react-native/app.apk"
}

build_uni-app() {
  local to=$cache/uni-app apk=$work/uni-app www
  install_node uni-app
  rm -rf "$to/src" "$to/dist"
  cp -r "$samples/uni-app/"{vite.config.js,src} "$to/"
  compile "$samples/uni-app/android" "$apk"
  (cd "$to" && npx uni build -p app >/dev/null)
  cp -r "$samples/uni-app/android/assets" "$apk/"
  www=$apk/assets/apps/__UNI__5A3D0C1/www
  mkdir -p "$(dirname "$www")"
  cp -r "$to/dist/build/app" "$www"
  pack "$apk" "$samples/uni-app/app.apk"
}

build_cordova() {
  local to=$cache/cordova apk=$work/cordova main
  install_node cordova
  rm -rf "$to/www" "$to/platforms" "$to/plugins"
  cp -r "$samples/cordova/"{package.json,config.xml,www} "$to/"
  (cd "$to" && HOME=$work CI=1 npx cordova prepare android --no-telemetry >/dev/null)
  main=$to/platforms/android/app/src/main
  # Beside the sample's own resources aapt packs the config.xml that Cordova wrote.
  cp -r "$samples/cordova/android" "$work/cordova-android"
  mkdir -p "$work/cordova-android/res/xml"
  cp "$main/res/xml/config.xml" "$work/cordova-android/res/xml/"
  compile "$work/cordova-android" "$apk"
  cp -r "$main/assets" "$apk/"
  pack "$apk" "$samples/cordova/app.apk"
}

all=(native-java react-native uni-app cordova)
fetch_dx
for name in "${@:-${all[@]}}"; do
  "build_$name"
done
