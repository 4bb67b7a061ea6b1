#!/bin/sh
# Builds the forms in built/ from app/ with the bundlers of the day they were made; needs the npm registry.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
cp -r app "$work"
cd "$work"
npm install --silent webpack@5.112.2 webpack4@npm:webpack@4.47.0 rollup@4 @rollup/plugin-commonjs@25 vite@8
cat > build.cjs <<'EOF'
const path = require('node:path');
const webpack = require('webpack');

const form = (name, options, optimization = {}) => ({
  mode: 'production',
  entry: path.join(__dirname, 'app/index.js'),
  output: { path: path.join(__dirname, 'built'), filename: `webpack5-${name}.js` },
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
cat > build4.cjs <<'EOF'
const path = require('node:path');
const webpack = require('webpack4');

const form = (name, options, optimization = {}) => ({
  mode: 'production',
  entry: path.join(__dirname, 'app/index.js'),
  output: { path: path.join(__dirname, 'built'), filename: `webpack4-${name}.js` },
  node: false,
  optimization,
  ...options,
});
webpack([
  form('joined'),
  form('separate', {}, { concatenateModules: false }),
  form('dev', { mode: 'development', devtool: false }),
]).run((error) => error && console.log(error));
EOF
NODE_OPTIONS=--openssl-legacy-provider node build4.cjs
cat > build.mjs <<'EOF'
import commonjs from '@rollup/plugin-commonjs';
import { rollup } from 'rollup';
import { build } from 'vite';

const bundle = await rollup({ input: 'app/index.js', plugins: [commonjs()] });
await bundle.write({ file: 'built/rollup-system.js', format: 'system', name: 'App' });
const output = { entryFileNames: 'vite.js' };
await build({ build: { outDir: 'built', emptyOutDir: false, rollupOptions: { input: 'app/index.js', output } } });
EOF
node build.mjs
cp built/* "$OLDPWD/built/"
