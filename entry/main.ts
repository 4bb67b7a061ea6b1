#!/usr/bin/env node
// Of Node's own modules, those that are loaded after the engine was tuned are compiled anew: their code cache does not fit then.
import 'node:os';
import 'node:zlib';
import { inlineLittle, tuneForOneRun } from './engine-flags.ts';
import { loadCode } from './load-code.ts';

// Before anything is compiled: a code cache holds only for the flags that it was made with.
tuneForOneRun();
const { main } = loadCode(import.meta.url);
if (process.argv.some((argument) => /\.(?:apk|apks|apkm|xapk|aab|dex)$/i.test(argument))) inlineLittle();
await main();
