#!/bin/sh
# Compiles async.js with the Hermes compilers that know asynchronous functions, from packages of the npm registry (Linux, x86-64).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compile() { # version, package
  cd "$work"
  tar xzf "$(npm pack --silent "$2")" package/hermesc/linux64-bin/hermesc
  package/hermesc/linux64-bin/hermesc -w -O -emit-binary -out "$here/async.$1.hbc" "$here/async.js"
  rm -rf package ./*.tgz
}
compile 98 hermes-compiler@250829098.0.4
compile 99 hermes-compiler@260318099.0.5
