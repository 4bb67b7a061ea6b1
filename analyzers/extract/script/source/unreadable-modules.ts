import { readMetroText } from '../bundles/metro-text.ts';
import { readWebpackText } from '../bundles/webpack-text.ts';
import { type ParseFailure, refusalOf } from '../syntax/parse.ts';
import { LineCounter } from '../syntax/script-block.ts';
import { blanked } from './blanked.ts';

/** A bundle without the modules that no parser takes, and why each of these is left out. */
export interface ReadableBundle {
  text: string;
  failures: ParseFailure[];
}

/** Around the body of a module, so that it parses by itself. */
const OPENING = '(function(){';
const CLOSING = '})';
/** Before a module's id in webpack's form: which table of modules of the file it stands in. */
const TABLE = /^\d+ /;
/** Modules that are named one by one. */
const MAX_NAMED = 20;

/**
 * A bundle of Metro, webpack or browserify with the inside of those modules left blank that do not parse: what is wrong in
 * one of them would keep all others from being read. Lines and columns stay. Null where it is no such bundle, or where
 * what is wrong stands in none of its modules, or in all.
 */
export function leaveOutUnreadable(text: string): ReadableBundle | null {
  const bundle = readMetroText(text) ?? readWebpackText(text);
  if (bundle === null) return null;
  const lines = new LineCounter(text);
  const unread: { id: string; bodyStart: number; bodyEnd: number; failure: ParseFailure }[] = [];
  for (const { id, bodyStart, bodyEnd } of bundle.modules) {
    const body = text.slice(bodyStart, bodyEnd);
    if (body.trim() === '') continue;
    const { line, column } = lines.at(bodyStart);
    const block = {
      text: OPENING + body + CLOSING,
      line,
      column: Math.max(0, column - OPENING.length),
      language: 'js' as const,
    };
    const failure = refusalOf(block, ['exact', 'plain', 'flow']);
    if (failure !== null) unread.push({ id, bodyStart, bodyEnd, failure });
  }
  if (unread.length === 0 || unread.length === bundle.modules.length) return null;
  return { text: blanked(text, unread), failures: failuresOf(unread) };
}

function failuresOf(unread: readonly { id: string; failure: ParseFailure }[]): ParseFailure[] {
  const named = unread.slice(0, MAX_NAMED).map(({ id, failure }) => ({
    ...failure,
    detail: `module ${id.replace(TABLE, '')} is left out: ${failure.detail}`,
  }));
  const others = unread.slice(MAX_NAMED);
  const [first] = others;
  if (first === undefined) return named;
  const isStackSpent = others.some(({ failure }) => failure.isStackSpent);
  const detail = `${others.length} more modules are left out, from module ${first.id.replace(TABLE, '')} on, because they do not parse`;
  return [...named, { ...first.failure, detail, isStackSpent }];
}
