#!/usr/bin/env node
import { tuneForOneRun } from './engine-flags.ts';
import { loadCode } from './load-code.ts';

// Before anything is compiled: a code cache holds only for the flags that it was made with.
tuneForOneRun();
await loadCode(import.meta.url).main();
