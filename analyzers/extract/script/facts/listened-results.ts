import type * as t from '@babel/types';
import type { Sink } from '../../../model/sink.ts';
import { ApiNode } from '../apis/api-node.ts';
import type { Scope } from '../binding/scope.ts';
import type { Origin, SinkTracer } from '../flow/trace-sinks.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';

/**
 * Members that begin something, by the members of the same object that give what comes of it: recordings and films of
 * mini-programs, uni-app and Taro, speech of HarmonyOS. Source: the WeChat documentation of RecorderManager and
 * CameraContext, the HarmonyOS documentation of SpeechRecognitionEngine.
 */
const BEGUN_BY: Readonly<Record<string, string>> = {
  onFrameRecorded: 'start',
  onStop: 'start',
  setListener: 'startListening',
  stopRecord: 'startRecord',
};

/** Where what comes of members that begin something flows to; the same for all calls of one, and so worked out once. */
export class ListenedResults {
  private readonly origins: ReadonlyMap<string, Origin[]>;
  private readonly known = new Map<string, readonly Sink[]>();

  constructor(
    resolver: Resolver,
    private readonly tracer: SinkTracer,
  ) {
    this.origins = listenedCalls(resolver);
  }

  /** @param value of a fact */
  sinksOf(value: string): readonly Sink[] {
    const origins = this.origins.get(value);
    if (origins === undefined) return [];
    const sinks = this.known.get(value) ?? this.tracer.sinksOf(origins);
    this.known.set(value, sinks);
    return sinks;
  }
}

/** For the members that begin something, by the value of their facts, the calls by which the results are listened to. */
function listenedCalls(resolver: Resolver): ReadonlyMap<string, Origin[]> {
  const found = new Map<string, Origin[]>();
  for (const [number, { members, nodes, parents }] of resolver.program.scripts.entries()) {
    for (const [order, at] of members.at.entries()) {
      const node = nodes[at] as t.Node;
      if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') continue;
      const name = keyName({ key: node.property, computed: node.computed });
      const begun = name !== null && Object.hasOwn(BEGUN_BY, name) ? BEGUN_BY[name] : undefined;
      const above = parents[at] ?? -1;
      const call = nodes[above];
      const isCall = call?.type === 'CallExpression' || call?.type === 'OptionalCallExpression';
      if (begun === undefined || !isCall || call.callee !== node) continue;
      for (const object of resolver.valuesOf(node.object, members.scopes[order] as Scope)) {
        const hits = object instanceof ApiNode ? (object.children.get(begun)?.hits ?? []) : [];
        for (const { value } of hits) {
          // `wx.stopRecord()` ends only: what `wx.startRecord` began answers there.
          if (!value.includes('().')) continue;
          const origins = found.get(value) ?? [];
          origins.push({ script: number, node: above, gives: 'called' });
          found.set(value, origins);
        }
      }
    }
  }
  return found;
}
