#!/bin/sh
# Builds the forms in built/ from app/ with the webpack of the day they were made; needs the npm registry.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
cp -r app "$work"
cd "$work"
npm install --silent webpack@5.112.2
cat > build.cjs <<'EOF'
const path = require('node:path');
const webpack = require('webpack');

const form = (name, options, optimization = {}) => ({
  mode: 'production',
  entry: path.join(__dirname, 'app/index.js'),
  output: { path: path.join(__dirname, 'built'), filename: `${name}.js` },
  optimization,
  ...options,
});
webpack([
  form('joined'),
  form('separate', {}, { concatenateModules: false }),
  form('plain', {}, { minimize: false }),
  form('development', { mode: 'development', devtool: false }),
  form('evaluated', { mode: 'development' }),
]).run((error, stats) => console.log(error ?? stats.toString({ all: false, errors: true })));
EOF
node build.cjs
cp built/* "$OLDPWD/built/"
