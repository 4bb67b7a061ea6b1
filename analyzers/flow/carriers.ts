/**
 * Members by which one part of an app hands values to another that it does not know, wherever their own code stands:
 * by the type of what is posted, or by a key (documentation of EventBus, Otto, Guava, LiveEventBus and WorkManager, Android API reference: View).
 */

/**
 * `post`: to whoever takes its type. `channel`: gives what others get who ask by the same key. `work`: to a worker. `tag`: to
 * whoever asks a view for its tag.
 */
export type Carrier = 'post' | 'channel' | 'work' | 'tag';

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

/** @param owners binary names of the class that a call names and of those above it */
export function carrierOf(owners: readonly string[], name: string): Carrier | null {
  if (name === 'setTag') return owners.includes('android.view.View') ? 'tag' : null;
  const [owner = ''] = owners;
  return CARRIERS.find(({ classes, names }) => names.test(name) && classes.test(owner))?.carrier ?? null;
}
