import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { lastName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import { type AccessPath, headOf, property, tailOf } from './access-path.ts';

/** A call by which a screen reads the parameters of its route. */
export interface ParamsRead {
  readonly script: number;
  readonly node: number;
}

interface Screen {
  readonly segments: readonly string[];
  readonly reads: readonly ParamsRead[];
}

const GO = /^(?:push|replace|navigate|dismissTo)$/;
const PARAMS = /^use(?:Local|Global)?SearchParams$/;
const FOLDER = /(?:^|\/)app\/(.+)\.\w+$/;
/** What stands in an address where it is not known. */
const HOLE = '*';
const MAX_READS = 16;

/**
 * Where the parameters of routes arrive that files name: `router.push('/player?uri=…')` in `useLocalSearchParams()` of
 * `app/player.tsx`. Source: the documentation of Expo Router (routes by files, groups, dynamic routes, `useRouter`).
 */
export class FileRoutes {
  private screens: Screen[] | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** Where a value arrives that lies in an argument of a call at `path`; null where it is no parameter. */
  arrivals(
    { callee, arguments: given }: CallNode,
    scope: Scope,
    position: number,
    path: AccessPath,
  ): { readonly reads: readonly ParamsRead[]; readonly path: AccessPath } | null {
    const [argument] = given;
    if (position !== 0 || argument === undefined || !GO.test(lastName(callee) ?? '')) return null;
    const target = withoutTypes(argument as t.Node);
    const isObject = target.type === 'ObjectExpression';
    if (isObject && headOf(path) !== 'params') return null;
    const arriving = isObject ? tailOf(path) : property(path, null);
    if (arriving === null || this.indexed().length === 0) return null;
    const reads = this.addresses(target, scope).flatMap((address) => this.readsOf(segmentsOf(address)));
    return { reads: reads.slice(0, MAX_READS), path: arriving };
  }

  private addresses(target: t.Node, scope: Scope): string[] {
    if (target.type !== 'ObjectExpression') {
      const text = textOf(target);
      if (text !== HOLE) return [text];
      return this.resolver.valuesOf(target, scope).filter((value) => typeof value === 'string');
    }
    const pathname = target.properties.find((each) => each.type === 'ObjectProperty' && keyName(each) === 'pathname');
    return pathname?.type === 'ObjectProperty' ? this.addresses(withoutTypes(pathname.value), scope) : [];
  }

  private readsOf(address: readonly string[]): readonly ParamsRead[] {
    if (address.every((segment) => segment === HOLE)) return [];
    return this.indexed().flatMap(({ segments, reads }) => {
      const isShown =
        segments.length === address.length &&
        segments.every((segment, at) => segment === address[at] || isDynamic(segment) || address[at] === HOLE);
      return isShown ? reads : [];
    });
  }

  private indexed(): readonly Screen[] {
    if (this.screens !== null) return this.screens;
    this.screens = this.resolver.program.scripts.flatMap((script, number) => {
      const route = FOLDER.exec(script.module.file)?.[1];
      const reads = route === undefined ? [] : readsIn(script, number);
      return route === undefined || reads.length === 0 ? [] : [{ segments: segmentsOf(route), reads }];
    });
    return this.screens;
  }
}

function readsIn({ bareCalls, nodes }: BoundScript, script: number): ParamsRead[] {
  const calls = bareCalls.at.filter((at) => PARAMS.test(lastName((nodes[at] as CallNode).callee) ?? ''));
  return calls.map((node) => ({ script, node }));
}

/** The parts of a route or an address: without groups, `index` and parameters. */
function segmentsOf(text: string): string[] {
  const [path = ''] = text.split(/[?#]/);
  return path.split('/').filter((part) => part !== '' && part !== '.' && part !== 'index' && !/^\(.*\)$/.test(part));
}

function isDynamic(segment: string): boolean {
  return segment.startsWith('[');
}

/** The text of an address, with a hole for each part that is not written there. */
function textOf(node: t.Node): string {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? '').join(HOLE);
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return textOf(withoutTypes(node.left)) + textOf(withoutTypes(node.right));
  return HOLE;
}
