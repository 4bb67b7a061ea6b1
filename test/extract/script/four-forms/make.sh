#!/bin/sh
# Bundles app/ with Metro, plain and minified, and compiles the minified bundle with the Hermes compiler of each bytecode
# version, from packages of the npm registry (Linux, x86-64). react-native.js stands for React Native, to keep it small.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp -r "$here/app" "$here/react-native.js" .
cat > package.json <<'JSON'
{ "name": "trail", "version": "1.0.0", "dependencies": { "@babel/core": "7.26.10", "@babel/runtime": "7.26.10",
  "@react-native/babel-preset": "0.79.7", "@react-native/metro-config": "0.79.7", "metro": "0.82.5",
  "@react-native-clipboard/clipboard": "1.16.3", "@react-native-community/geolocation": "3.4.0",
  "@react-native-async-storage/async-storage": "2.1.2" } }
JSON
npm install --ignore-scripts --legacy-peer-deps --silent
echo "module.exports = { presets: ['module:@react-native/babel-preset'] };" > babel.config.js
cat > metro.config.js <<'JS'
const { join } = require('node:path');
const config = require('@react-native/metro-config').getDefaultConfig(__dirname);
config.serializer.getPolyfills = () => [];
config.serializer.getModulesRunBeforeMainModule = () => [];
config.resolver.resolveRequest = (context, name, platform) => {
  if (name === 'react-native') return { type: 'sourceFile', filePath: join(__dirname, 'react-native.js') };
  return name === 'react' ? { type: 'empty' } : context.resolveRequest(context, name, platform);
};
module.exports = config;
JS
bundle() { # whether to minify, output
  npx metro build app/index.ts --config metro.config.js --platform android --dev false --minify "$1" --out "$work/out"
  mv "$work/out.js" "$here/built/$2"
}
bundle false plain.bundle
bundle true minified.bundle
compile() { # version, package, path of the compiler inside it
  tar xzf "$(npm pack --silent "$2")" "package/$3"
  "package/$3" -w -O -emit-binary -out "$here/built/app.$1.hbc" "$here/built/minified.bundle"
  rm -rf package ./*.tgz
}
compile 62 hermes-engine@0.2.1 linux64-bin/hermes
compile 74 hermes-engine@0.5.1 linux64-bin/hermesc
compile 76 hermes-engine@0.7.2 linux64-bin/hermesc
compile 84 hermes-engine@0.11.0 linux64-bin/hermesc
compile 85 react-native@0.69.12 sdks/hermesc/linux64-bin/hermesc
compile 89 react-native@0.70.15 sdks/hermesc/linux64-bin/hermesc
compile 90 react-native@0.71.19 sdks/hermesc/linux64-bin/hermesc
compile 94 react-native@0.72.17 sdks/hermesc/linux64-bin/hermesc
compile 96 react-native@0.76.9 sdks/hermesc/linux64-bin/hermesc
compile 98 hermes-compiler@250829098.0.4 hermesc/linux64-bin/hermesc
compile 99 hermes-compiler@260318099.0.5 hermesc/linux64-bin/hermesc
