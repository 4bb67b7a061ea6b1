// The bare parse of a script by @babel/parser, which `npm run bench` compares the scan of a bundle with.
import { readFileSync } from 'node:fs';
import { parse } from '@babel/parser';

parse(readFileSync(process.argv[2], 'utf8'), { sourceType: 'script', errorRecovery: true });
