/**
 * Members by which one part of an app hands values to another that it does not know, wherever their own code stands:
 * by the type of what is posted, or by a key (documentation of EventBus, Otto, Guava, LiveEventBus and WorkManager).
 */

/** `post`: to whoever takes its type. `channel`: gives what others get who ask by the same key. `work`: to a worker. */
export type Carrier = 'post' | 'channel' | 'work';

const CARRIERS: readonly { carrier: Carrier; classes: RegExp; names: RegExp }[] = [
  {
    carrier: 'post',
    classes:
      /^(?:org\.greenrobot\.eventbus\.EventBus|de\.greenrobot\.event\.EventBus|com\.squareup\.otto\.Bus|com\.google\.common\.eventbus\.(?:Async)?EventBus|com\.hwangjr\.rxbus\.Bus)$/,
    names: /^post(?:Sticky)?$/,
  },
  { carrier: 'channel', classes: /^com\.jeremyliao\.(?:liveeventbus|livebus)\.LiveEventBus$/, names: /^(?:get|with)$/ },
  {
    carrier: 'work',
    classes: /^androidx\.work\.(?:(?:OneTime|Periodic)?WorkRequest\$Builder|ListenableWorker(?:\$Result)?|Worker)$/,
    names: /^(?:setInputData|success|failure|setProgressAsync)$/,
  },
];

/** @param owner binary name of the class that a call names */
export function carrierOf(owner: string, name: string): Carrier | null {
  return CARRIERS.find(({ classes, names }) => names.test(name) && classes.test(owner))?.carrier ?? null;
}
