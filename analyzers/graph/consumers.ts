import type { Trigger } from './platform.ts';
import type { Reference } from './references.ts';

/** Something that waits for objects to arrive at a node. */
export type Consumer =
  | { kind: 'call'; reference: Reference; group: number; from: number; offset: number; reached: Set<number> | null }
  | { kind: 'trigger'; trigger: Trigger; from: number; offset: number; nodes: readonly number[]; made: number }
  | { kind: 'callback'; declared: number; from: number; offset: number };

export type TriggerConsumer = Extract<Consumer, { kind: 'trigger' }>;

/** The type whose objects a consumer does something with. */
export function awaitedType(consumer: Consumer): number {
  if (consumer.kind === 'call') return consumer.reference.owner;
  return consumer.kind === 'callback' ? consumer.declared : consumer.trigger.target;
}
