import { type Evidence, scan } from '../../analyzers/index.ts';
import type { Catalogue } from '../../analyzers/model/catalogue.ts';
import type { Location } from '../../analyzers/model/location.ts';
import { StepChecker } from '../graph/step-checker.ts';
import { expectationOf } from './expectation.ts';

/** One line of a table of what frameworks call: the class and member that it calls, and what makes it do so. */
export interface Row {
  /** As the table has it, to be found there again. */
  key: string;
  target: string;
  member: string;
  /** `class.member` that sets it off, null where that is any that takes the class. */
  trigger: string | null;
}

function javaName(descriptor: string): string {
  return descriptor.slice(1, -1).replaceAll('/', '.');
}

/** Rows of a table of entry points. */
export function entryRows(text: string): Row[] {
  return linesOf(text).map(([, component = '', owner = '', member = '', descriptor = '']) => ({
    key: `${component} ${javaName(owner)}.${member}${descriptor}`,
    ...{ target: javaName(owner), member, trigger: null },
  }));
}

/** Rows of a table of implicit edges. */
export function edgeRows(text: string): Row[] {
  return linesOf(text).map((cells) => {
    const [kind = '', from = '', trigger = '', given = '', , target = '', member = '', descriptor = ''] = cells;
    const by = kind === 'edge' ? `${javaName(from)}.${trigger}` : null;
    const key = `${by === null ? '' : `${by}${given} -> `}${javaName(target)}.${member}${descriptor}`;
    return { key, target: javaName(target), member, trigger: by };
  });
}

function linesOf(text: string): string[][] {
  const lines = text.split('\n').slice(1);
  return lines.filter((line) => line.includes('\t')).map((line) => line.split('\t'));
}

/** What apps show of rows: which variants of each are there and come out right. */
export class Shown {
  private readonly apps: { checker: StepChecker; evidence: Evidence[] }[] = [];

  async add(apk: string, catalogue: Catalogue): Promise<void> {
    const { evidence } = await scan(apk);
    this.apps.push({ checker: new StepChecker(apk, catalogue), evidence });
  }

  /** A path leads over the member, and over what sets it off, to a call that is marked as reached. */
  isReached({ target, member, trigger }: Row): boolean {
    return this.apps.some(({ checker, evidence }) =>
      evidence.some(({ at, path }) => {
        if (expectationOf(at)?.grade !== 'reachable') return false;
        return path.some(
          (step, i) => isMember(checker, step, target, member) && follows(checker, path[i - 1], trigger),
        );
      }),
    );
  }

  /** A class of the type has the member and calls in it, or in what it calls, are marked as not reached, and come out so. */
  isUnreached({ target, member }: Row): boolean {
    return this.apps.some(({ checker, evidence }) => {
      const silent = new Set(
        evidence
          .filter(({ at, grade }) => grade === 'bundled' && expectationOf(at)?.grade === 'bundled')
          .map(({ at }) => at.class ?? ''),
      );
      const passed = new Set(
        evidence.flatMap(({ path }) => path.map(({ class: owner, method }) => `${owner}.${method?.split('(')[0]}`)),
      );
      return checker
        .withCode()
        .some(
          ([owner, name]) =>
            (name === member || member === '*') &&
            silent.has(owner) &&
            !passed.has(`${owner}.${name}`) &&
            checker.isSubtype(owner, target),
        );
    });
  }
}

function isMember(checker: StepChecker, { class: owner, method }: Location, target: string, member: string): boolean {
  const name = method?.split('(')[0];
  return (name === member || member === '*') && checker.isSubtype(owner ?? '', target);
}

function follows(checker: StepChecker, before: Location | undefined, trigger: string | null): boolean {
  return trigger === null || (before !== undefined && checker.calls(before, trigger));
}
