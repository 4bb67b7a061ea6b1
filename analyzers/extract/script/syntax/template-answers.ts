/**
 * Who gets the answer to what an element of a template asks for: a function of the template's script, by its name and
 * the parameter, or a property of the page that the element is bound to, by its steps.
 */
export type Answer =
  | { kind: 'handler'; name: string; parameter: number; isEvent: boolean }
  | { kind: 'property'; steps: string[] };

/** An attribute that names what is called by an event, with the event's name. */
const EVENT = /^(?:@|v-on:|(?:capture-|mut-)?(?:bind|catch):?|on)([a-z-]+)(?:\..*)?$/;
/** What a field gives when the user filled it in. */
const FILLED = /^(?:input|blur|change|confirm|nicknamereview)$/;
const BOUND = /^(?:model:value|v-model(?:[:.].*)?)$/;
/** Handlers of one element; more are not written by hand. */
const MAX_ANSWERS = 8;

/**
 * @param asked what the element asks for, such as `getPhoneNumber` or `getAuthorize.userInfo`
 * @param attributes names in lower case
 * @param isNative whether the element is the platform's own, whose events hold the answer as their `detail`
 */
export function answersOf(asked: string, attributes: Readonly<Record<string, string>>, isNative: boolean): Answer[] {
  const [kind = ''] = asked.split('.');
  const isField = kind === 'nickname';
  const answers: Answer[] = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    const event = EVENT.exec(attribute)?.[1]?.replaceAll('-', '');
    if (event !== undefined && (isField ? FILLED.test(event) : event === kind.toLowerCase())) {
      for (const handler of handlersIn(value, isNative)) answers.push(handler);
    } else if (isField && BOUND.test(attribute)) {
      const steps = /^[\s{]*([\w$]+(?:\.[\w$]+){0,4})[\s}]*$/.exec(value)?.[1]?.split('.');
      if (steps !== undefined) answers.push({ kind: 'property', steps });
    }
  }
  return answers.slice(0, MAX_ANSWERS);
}

/** `save`, `{{ on ? 'save' : '' }}`, `save($event, 1)`, `(e) => save(1, e)`, `({ detail }) => save(detail)` */
export function handlersIn(value: string, isEvent: boolean): Answer[] {
  const name = /^\s*(?:this\.)?([\w$]{1,100})\s*$/.exec(value)?.[1];
  if (name !== undefined) return [{ kind: 'handler', name, parameter: 0, isEvent }];
  if (value.includes('{{')) {
    return [...value.matchAll(/['"]([\w$]{1,100})['"]/g)].map(
      ([, choice = '']): Answer => ({ kind: 'handler', name: choice, parameter: 0, isEvent }),
    );
  }
  const given = /^(?:async\b)?\s{0,20}\(?\s{0,20}(\{?)\s{0,20}([\w$]{1,100})[^=]{0,200}=>/.exec(value.trimStart());
  const [, brace, parameter] = given ?? [];
  const found: Answer[] = [];
  for (const [, called = '', list = ''] of value.matchAll(/([\w$]{1,100})\s*\(([^()]{0,500})\)/g)) {
    for (const [position, text] of list.split(',').entries()) {
      const argument = text.trim();
      const isWhole = argument === '$event' || (argument === parameter && brace === '');
      const isAnswer = argument === '$event.detail' || argument === `${parameter}.detail` || argument === parameter;
      if (!isWhole && !isAnswer) continue;
      found.push({ kind: 'handler', name: called, parameter: position, isEvent: isWhole && isEvent });
    }
  }
  return found;
}
