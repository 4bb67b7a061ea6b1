import type * as t from '@babel/types';
import { asksUser, calledName } from './first-run.ts';
import { keyName } from './pattern.ts';

/**
 * What has a function run that stands in another: `runs` where the other runs (an effect, a promise's callback), `asked`
 * once the user did something, an entry of a framework by itself, and `named` whoever calls it by a name.
 */
export type FunctionUse =
  | { kind: 'runs' | 'asked' | 'named' }
  | { kind: 'entry'; entry: { kind: string; name: string }; start: 'app' | 'component' | null };

const RUNS: FunctionUse = { kind: 'runs' };
const ASKED: FunctionUse = { kind: 'asked' };
const NAMED: FunctionUse = { kind: 'named' };

/** Calls that run what they are given, at once or later, without the user doing anything. */
const RUNNERS =
  /^(?:then|catch|finally|forEach|map|filter|some|every|find|reduce|flatMap|Promise|setTimeout|setInterval|setImmediate|requestAnimationFrame|requestIdleCallback|queueMicrotask|nextTick|\$nextTick|runAfterInteractions|ready|async|awrap|use\w*Effect|useMount|useAsync|useFocusEffect|useMemo|from|run|all|whenReady)$/;
/** Options by which an API hands its result over. */
const RESULT_OPTION = /^(?:success|complete|fail|onSuccess|onSuccessful|callback)$/;
/** Hooks of uni-app, Taro and the like that take what runs at the launch of the app. */
const LAUNCH_HOOK = /^(?:onLaunch|useLaunch|onAppLaunch)$/;
const PAGE_HOOK =
  /^(?:on(?:Load|Show|Ready|Mounted|BeforeMount|Activated|PageShow)|useDidShow|useReady|useLoad|ionViewWillEnter)$/;
/** Events that come by themselves when the app starts. */
const START_EVENT = /^(?:deviceready|DOMContentLoaded|load|plusready|UniAppJSBridgeReady|AlipayJSBridgeReady|ready)$/;
const LISTENER = /^(?:addEventListener|addListener|on|once|subscribe|listen|bind)$/;

/** Methods that a framework calls on its own: of the app's object, and of pages and components. */
const APP_METHOD = /^(?:onLaunch|onWindowStageCreate|onForeground)$/;
const LIFECYCLE =
  /^(?:constructor|render|setup|data|created|mounted|attached|ready|before(?:Create|Mount)|component(?:WillMount|DidMount|DidShow)|getDerivedStateFromProps|aboutToAppear|onPageShow|build|ngOnInit|ngAfterViewInit|ionViewDidEnter|ionViewWillEnter|on(?:Create|Load|Show|Ready|Init))$/;
/** Objects whose methods are handlers of the user's gestures (Vue's `methods`). */
const HANDLER_KEY = /^on[A-Z]|^(?:handle|tap|click)[A-Z]/;
const APP_FUNCTION = /^(?:App|createApp|UIAbility|AbilityStage|Ability)$/;

/** @param way nodes from the function or module around down to the function, both included */
export function useOfFunction(way: readonly t.Node[]): FunctionUse {
  const fn = way.at(-1) as t.Node;
  const parent = way.at(-2);
  switch (parent?.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return parent.callee === fn ? RUNS : useAsArgument(parent, fn);
    case 'JSXExpressionContainer':
      return ASKED;
    case 'MemberExpression':
      // `(function () { ... }).call(this)`
      return parent.object === fn ? RUNS : NAMED;
    case 'UnaryExpression':
      return RUNS;
    case 'ClassBody':
      return useAsMethod(methodName(fn), classOf(way), false);
    case 'ObjectExpression':
      return useAsMethod(methodName(fn), ownerOf(way, 2), true);
    case 'ObjectProperty': {
      const name = keyName(parent);
      if (name !== null && RESULT_OPTION.test(name)) return RUNS;
      return useAsMethod(name, ownerOf(way, 3), true);
    }
    default:
      return NAMED;
  }
}

function useAsArgument(call: t.CallExpression | t.OptionalCallExpression | t.NewExpression, fn: t.Node): FunctionUse {
  const name = calledName(call);
  if (name === null) return NAMED;
  if (LAUNCH_HOOK.test(name)) return { kind: 'entry', entry: { kind: 'app-launch', name }, start: 'app' };
  if (PAGE_HOOK.test(name)) return { kind: 'entry', entry: { kind: 'page', name }, start: null };
  if (LISTENER.test(name)) {
    const [event] = call.arguments;
    const text = event?.type === 'StringLiteral' ? event.value : name;
    if (START_EVENT.test(text)) return { kind: 'entry', entry: { kind: 'app-launch', name: text }, start: 'app' };
    return { kind: 'entry', entry: { kind: 'listener', name: text }, start: null };
  }
  // A promise's own callbacks go on where the promise was made, whatever it is called.
  if (RUNNERS.test(name)) return RUNS;
  if (asksUser(name)) return ASKED;
  // `getLocation(function (position) { ... })`: one of several arguments, the last, takes the result.
  const isLast = call.arguments.length > 1 && call.arguments.at(-1) === fn && call.type !== 'NewExpression';
  return isLast ? RUNS : NAMED;
}

function useAsMethod(name: string | null, owner: string | null, inObject: boolean): FunctionUse {
  if (name === null) return NAMED;
  const isApp = owner !== null && APP_FUNCTION.test(owner);
  if (APP_METHOD.test(name) || (isApp && /^on(?:Launch|Show|Create)$/.test(name))) {
    return { kind: 'entry', entry: { kind: 'app-launch', name }, start: 'app' };
  }
  if (LIFECYCLE.test(name)) return { kind: 'entry', entry: { kind: 'component', name }, start: 'component' };
  return inObject && HANDLER_KEY.test(name) ? ASKED : NAMED;
}

function methodName(fn: t.Node): string | null {
  if (fn.type !== 'ClassMethod' && fn.type !== 'ClassPrivateMethod' && fn.type !== 'ObjectMethod') return null;
  return keyName({ key: fn.key, computed: 'computed' in fn ? fn.computed : false });
}

/** The name of what a class extends. */
function classOf(way: readonly t.Node[]): string | null {
  const owner = way.at(-3);
  if (owner?.type !== 'ClassDeclaration' && owner?.type !== 'ClassExpression') return null;
  return owner.superClass?.type === 'Identifier' ? owner.superClass.name : null;
}

/** The name of the function that takes the object literal that stands so many nodes above the end. */
function ownerOf(way: readonly t.Node[], above: number): string | null {
  const call = way.at(-above - 1);
  return call?.type === 'CallExpression' ? calledName(call) : null;
}
