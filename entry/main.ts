#!/usr/bin/env node
import { createRequire } from 'node:module';
import { inlineLittle, optimiseSooner, tuneForOneRun } from './engine-flags.ts';
import { loadCode } from './load-code.ts';

// Of Node's own modules, those that are loaded after the engine was tuned are compiled anew: their code cache does not fit
// then. The bundler leaves out imports of them that nothing uses.
const load = createRequire(import.meta.url);
for (const name of ['node:os', 'node:zlib', 'node:process']) load(name);
// Before anything is compiled: a code cache holds only for the flags that it was made with.
tuneForOneRun();
const { main } = loadCode(import.meta.url);
if (process.argv.some((argument) => /\.(?:apk|apks|apkm|xapk|aab|dex)$/i.test(argument))) inlineLittle();
else optimiseSooner();
await main();
