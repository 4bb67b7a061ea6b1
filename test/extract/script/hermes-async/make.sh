#!/bin/sh
# Compiles the sources with the Hermes compilers that know asynchronous functions, from packages of the npm registry (Linux, x86-64).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compile() { # version, package
  cd "$work"
  tar xzf "$(npm pack --silent "$2")" package/hermesc/linux64-bin/hermesc
  for name in async captured; do
    package/hermesc/linux64-bin/hermesc -w -O -emit-binary -out "$here/$name.$1.hbc" "$here/$name.js"
  done
  rm -rf package ./*.tgz
}
compile 98 hermes-compiler@250829098.0.4
compile 99 hermes-compiler@260318099.0.5
