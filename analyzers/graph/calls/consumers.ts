import type { Trigger } from '../program/platform.ts';
import type { Reference } from '../program/references.ts';
import type { LookedUp, ReflectiveCall } from './reflected-members.ts';

/** A call that waits for the objects on which it is made. */
export interface CallConsumer {
  kind: 'call';
  reference: Reference;
  /** Method with the call, the context in which that is read, and the call's address. */
  from: number;
  context: number;
  offset: number;
  /** Nodes of receiver and arguments, and of the result, -1 where none matters. */
  nodes: readonly number[];
  result: number;
  /** Context to which the arguments were handed first, -1 for none so far; and the others, which most calls do not have. */
  firstBound: number;
  bound: Set<number> | null;
  /** Objects of which nothing is known come here: the call may lead to every class that is made. */
  open: boolean;
}

/** All that the platform can give to what it calls back, where it has nothing of its own to give: collections, and what goes through them. */
export interface Lent {
  node: number;
  /** Methods that get it. */
  to: Set<number>;
}

/** Something that waits for objects to arrive at a node. */
export type Consumer =
  | CallConsumer
  | {
      kind: 'trigger';
      trigger: Trigger;
      from: number;
      offset: number;
      nodes: readonly number[];
      made: number;
      lent: Lent | null;
    }
  | { kind: 'callback'; declared: number; from: number; offset: number; lent: Lent | null }
  /** The framework calls what is annotated on whatever it is given here; `open` once that may be anything. */
  | { kind: 'annotated'; from: number; offset: number; open: boolean }
  /** The build itself looks for an annotation of its own, and runs what has it: of one class, or of whatever comes, for -1. */
  | { kind: 'marked'; cls: number; annotation: number; from: number; offset: number }
  /** A member that was looked up by reflection is run, whichever comes; and that on objects, whichever come. */
  | { kind: 'looked-up'; call: ReflectiveCall }
  | { kind: 'receiver'; call: ReflectiveCall; member: LookedUp }
  /** What is made of a type that parcels hold may come out of any. */
  | { kind: 'parcelled'; result: number }
  /** A method goes on, in a context, only once something comes here. */
  | { kind: 'held'; context: number; goesOn: boolean };

export type TriggerConsumer = Extract<Consumer, { kind: 'trigger' }>;

/** The type whose objects a consumer does something with. */
export function awaitedType(consumer: Consumer): number {
  if (consumer.kind === 'call') return consumer.reference.owner;
  if (consumer.kind === 'callback') return consumer.declared;
  return consumer.kind === 'trigger' ? consumer.trigger.target : -1;
}
