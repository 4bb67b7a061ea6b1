import type * as t from '@babel/types';
import { calledName, lastName } from '../syntax/called-name.ts';
import { isFunction } from '../syntax/function-nodes.ts';
import { keyName } from '../syntax/pattern.ts';
import { asksUser } from './first-run.ts';

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
/** Where its component is shown. */
const SHOWN: FunctionUse = { kind: 'entry', entry: { kind: 'component', name: 'watch' }, start: null };

/** Calls that run what they are given, at once or later, without the user doing anything. */
const RUNNERS =
  /^(?:then|catch|finally|forEach|map|filter|some|every|find|reduce|flatMap|Promise|setTimeout|setInterval|setImmediate|requestAnimationFrame|requestIdleCallback|queueMicrotask|nextTick|\$nextTick|runAfterInteractions|ready|async|awrap|switchMap|mergeMap|concatMap|exhaustMap|tap|defer|getCurrentPosition|watchPosition|use\w*Effect|useMount|useAsync|useFocusEffect|useMemo|from|run|all|whenReady)$/;
/** Options by which an API hands its result over. */
const RESULT_OPTION = /^(?:success|complete|fail|onSuccess|onSuccessful|callback|next)$/;
/** Hooks of uni-app, Taro and the like that take what runs at the launch of the app. */
const LAUNCH_HOOK = /^(?:onLaunch|useLaunch|onAppLaunch)$/;
const PAGE_HOOK =
  /^(?:on(?:Load|Show|Ready|Mounted|BeforeMount|Activated|PageShow)|useDidShow|useReady|useLoad|ionViewWillEnter)$/;
/** Events that come by themselves when the app starts. */
const START_EVENT =
  /^(?:deviceready|DOMContentLoaded|load|launch|launchEvent|plusready|UniAppJSBridgeReady|AlipayJSBridgeReady|ready)$/;
/** Properties by which objects of the web are given what listens to an event: `button.onclick = ...`. */
const EVENT_PROPERTY = /^on[a-z]+$/;
/** What HTML5+ hands to the main activity of Android to be called by it. Source: the HTML5+ documentation of Native.js. */
const ACTIVITY_CALLBACK = /^on(?:ActivityResult|RequestPermissionsResult|NewIntent)$/;
/** Events of requests, files, pictures and connections, which come once these were asked for. */
const RESULT_EVENT = /^(?:load|loadend|readystatechange|open|success|complete|upgradeneeded)$/;
const PAGE_OBJECT = /^(?:window|self|globalThis|document|body)$/;
const LISTENER = /^(?:addEventListener|addListener|on|once|subscribe|listen|bind|handle|handleOnce)$/;

/** Methods that a framework calls on its own: of the app's object, and of pages and components. */
const APP_METHOD = /^(?:onLaunch|onWindowStageCreate|onForeground)$/;
const LIFECYCLE =
  /^(?:constructor|render|setup|data|created|mounted|attached|ready|before(?:Create|Mount)|component(?:WillMount|DidMount|DidShow)|getDerivedStateFromProps|aboutToAppear|onPageShow|build|initialRender|ngOnInit|ngAfterViewInit|ionViewDidEnter|ionViewWillEnter|on(?:Create|Load|Show|Ready|Init))$/;
/** Methods that a framework calls on its own later on. */
const LATER =
  /^(?:on(?:Unload|Hide|PullDownRefresh|ReachBottom|PageScroll|ShareAppMessage|ShareTimeline|AddToFavorites|TabItemTap|Resize|BackPress|NavigationBarButtonTap|PageNotFound|Error|Destroy|Background|WindowStageDestroy|NewWant|PageHide)|before(?:Update|Destroy|Unmount)|updated|activated|deactivated|destroyed|unmounted|detached|moved|component(?:DidUpdate|WillUnmount|WillReceiveProps|DidHide|DidCatchError)|UNSAFE_\w+|aboutToDisappear|ngOnDestroy|ngOnChanges|ngAfterContentInit|ionView(?:DidLeave|WillLeave|DidLoad)|handleEvent|shouldComponentUpdate|transform|intercept|canActivate)$/;
/** Groups of functions of a component that run when what they depend on changes, or when it is drawn. */
const REACTIVE_GROUP = /^(?:watch|computed|observers|filters|lifetimes|pageLifetimes|hooks|subscriptions)$/;
/** Calls whose argument runs when the user did something, or when something came in. */
const GESTURE =
  /^(?:on[A-Z]\w*|click|tap|submit|change|input|focus|blur|key(?:up|down|press)|touch(?:start|end)|take(?:Every|Latest|Leading)|addEventListener\w*)$/;
/** Functions that give back a function made of the one that they are given, for others to call. */
const MAKER =
  /^(?:create\w+|define\w+|make\w*|build\w*|debounce\w*|throttle\w*|memo\w*|promisify\w*|wrap\w*|with[A-Z]\w*|once|curry|compose|partial|action\w*|flow|thunk|observer|forwardRef|lazy|connect|computed|provide|factory|module|directive|component|service|controller|config|register\w*|mark|bind|\$?extend)$/i;
/** Objects whose methods are handlers of the user's gestures (Vue's `methods`). */
const HANDLER_KEY = /^on[A-Z]|^(?:handle|tap|click)[A-Z]|^handler$/;
const COMPONENT_FUNCTION = /^(?:App|Page|Component|Behavior|defineComponent|extend|mixin)$/;
const APP_FUNCTION = /^(?:App|createApp|UIAbility|AbilityStage|Ability)$/;

/** @param way nodes from the function or module around down to the function, both included */
export function useOfFunction(way: readonly t.Node[]): FunctionUse {
  const fn = way.at(-1) as t.Node;
  const parent = way.at(-2);
  switch (parent?.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return parent.callee === fn ? RUNS : useAsArgument(parent, fn, way);
    case 'JSXExpressionContainer':
      return ASKED;
    case 'MemberExpression':
      // `(function () { ... }).call(this)`
      return parent.object === fn ? RUNS : NAMED;
    case 'UnaryExpression':
      return RUNS;
    case 'AssignmentExpression':
      return parent.right === fn ? useAsEventProperty(parent.left) : NAMED;
    case 'ReturnStatement':
      // What a function gives back is called by who called it; a thunk by the store that it is handed to at once.
      return isThunk(fn) ? RUNS : ASKED;
    case 'ArrowFunctionExpression':
      if (parent.body !== fn) return NAMED;
      return isThunk(fn) ? RUNS : ASKED;
    case 'ClassProperty':
      return useAsMethod(keyName({ key: parent.key, computed: parent.computed === true }), null, false);
    case 'ClassBody':
      return useAsMethod(methodName(fn), classOf(way), false);
    case 'ObjectExpression':
      if (RESULT_OPTION.test(methodName(fn) ?? '') && isOptions(way)) return RUNS;
      return (
        useInGroup(methodName(fn), way.at(-3)) ?? asOption(useAsMethod(methodName(fn), ownerOf(way, 2), true), way, 3)
      );
    case 'ObjectProperty': {
      const name = keyName(parent);
      if (name !== null && RESULT_OPTION.test(name)) return RUNS;
      if (name === 'execute' && isOfRegistered(way)) return RUNS;
      return useInGroup(name, way.at(-4)) ?? asOption(useAsMethod(name, ownerOf(way, 3), true), way, 4);
    }
    default:
      return NAMED;
  }
}

/**
 * `System.register([], function () { 'use strict'; return { setters: [], execute: function () { ... } }; })`: a module for
 * SystemJS, whose code runs once its function has. The call stands outside of that function.
 */
function isOfRegistered(way: readonly t.Node[]): boolean {
  const [body, statement, object] = way.slice(-5);
  if (body?.type !== 'BlockStatement' || statement?.type !== 'ReturnStatement') return false;
  const keys = object?.type === 'ObjectExpression' ? object.properties : [];
  if (!keys.every((each) => 'key' in each && /^(?:setters|execute)$/.test(keyName(each) ?? ''))) return false;
  const [first] = body.body;
  const isStrict = first?.type === 'ExpressionStatement' && first.expression.type === 'StringLiteral';
  return isStrict || (body.directives ?? []).some(({ value }) => value.value === 'use strict');
}

function isRegister({ callee, arguments: args }: t.CallExpression, fn: t.Node | undefined): boolean {
  if (callee.type !== 'MemberExpression' || args.at(-1) !== fn) return false;
  return (
    callee.object.type === 'Identifier' &&
    callee.object.name === 'System' &&
    keyName({ key: callee.property }) === 'register'
  );
}

/** `(dispatch, getState) => ...` of Redux. */
function isThunk(fn: t.Node): boolean {
  const [first] = 'params' in fn && Array.isArray(fn.params) ? (fn.params as t.Node[]) : [];
  return first?.type === 'Identifier' && first.name === 'dispatch';
}

/** `request({ success(answer) { ... } })`, where the object is no component and no group of its methods. */
function isOptions(way: readonly t.Node[]): boolean {
  return way.at(-3)?.type !== 'ObjectProperty' && !COMPONENT_FUNCTION.test(ownerOf(way, 2) ?? '');
}

/** Options of a call inside of a function: what takes them calls them, such as the `queryFn` of a hook. */
function asOption(use: FunctionUse, way: readonly t.Node[], above: number): FunctionUse {
  const call = way.at(-above);
  if (use.kind !== 'named' || (call?.type !== 'CallExpression' && call?.type !== 'NewExpression')) return use;
  if (MAKER.test(calledName(call) ?? '')) return use;
  return way.slice(0, -above).some(isFunction) ? ASKED : use;
}

/** In `watch`, `computed` and the like; in `lifetimes` of mini-programs what is called by itself, `attached` at first. */
function useInGroup(name: string | null, property: t.Node | undefined): FunctionUse | null {
  const group = property?.type === 'ObjectProperty' ? (keyName(property) ?? '') : '';
  if (!REACTIVE_GROUP.test(group)) return null;
  if (name === null || !/ifetimes$/.test(group)) return SHOWN;
  const isFirst = group === 'lifetimes' ? LIFECYCLE.test(name) : name === 'show';
  return { kind: 'entry', entry: { kind: 'component', name }, start: isFirst ? 'component' : null };
}

function useAsArgument(
  call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
  fn: t.Node,
  way: readonly t.Node[],
): FunctionUse {
  const name = calledName(call);
  if (name === null) return NAMED;
  if (name === 'register' && call.type === 'CallExpression' && isRegister(call, fn)) return RUNS;
  if (LAUNCH_HOOK.test(name)) return { kind: 'entry', entry: { kind: 'app-launch', name }, start: 'app' };
  if (PAGE_HOOK.test(name)) return { kind: 'entry', entry: { kind: 'page', name }, start: 'component' };
  // `place$.subscribe((place) => ...)`
  if (name === 'subscribe' && call.arguments[0] === fn) return RUNS;
  if (LISTENER.test(name)) {
    const [event] = call.arguments;
    const text = event === undefined ? name : (eventName(event) ?? name);
    if (START_EVENT.test(text)) return { kind: 'entry', entry: { kind: 'app-launch', name: text }, start: 'app' };
    return { kind: 'entry', entry: { kind: 'listener', name: text }, start: null };
  }
  // `$('#photo').tap(takePhoto)` of jQuery Mobile and Zepto; `pipe(tap(f))` of RxJS is no method.
  if (name === 'tap' && call.callee.type === 'MemberExpression') return ASKED;
  // A promise's own callbacks go on where the promise was made, whatever it is called.
  if (RUNNERS.test(name)) return RUNS;
  if (asksUser(name) || GESTURE.test(name)) return ASKED;
  const isHeld = holdsResult(way.at(-3));
  if (isHeld && MAKER.test(name)) return NAMED;
  // `getLocation(function (position) { ... })`: one of several arguments, the last, takes the result.
  const isLast = call.arguments.length > 1 && call.arguments.at(-1) === fn && call.type !== 'NewExpression';
  if (isLast && !MAKER.test(name)) return RUNS;
  // What is given to somebody unknown is called at some time; what comes of it may be called instead, by its new name.
  const isTop = !way.slice(0, -2).some(isFunction);
  return isHeld && isTop ? NAMED : ASKED;
}

/** `window.onload = ...` runs as the page starts, `request.onload = ...` with what asked for it, others by the user. */
function useAsEventProperty(left: t.Node): FunctionUse {
  if (left.type !== 'MemberExpression') return NAMED;
  const name = keyName({ key: left.property, computed: left.computed });
  if (name !== null && ACTIVITY_CALLBACK.test(name)) return ASKED;
  if (name === null || !EVENT_PROPERTY.test(name)) return NAMED;
  const event = name.slice('on'.length);
  if (PAGE_OBJECT.test(lastName(left.object) ?? '')) {
    const start = START_EVENT.test(event) || event === 'readystatechange' ? 'app' : null;
    return { kind: 'entry', entry: { kind: start === null ? 'listener' : 'app-launch', name: event }, start };
  }
  return RESULT_EVENT.test(event) ? RUNS : ASKED;
}

/** `'load'`, `Application.launchEvent` */
function eventName(event: t.Node): string | null {
  if (event.type === 'StringLiteral') return event.value;
  return event.type === 'MemberExpression' ? keyName({ key: event.property, computed: event.computed }) : null;
}

/** Whether what a call gives is kept under a name, by the node above the call. */
function holdsResult(above: t.Node | undefined): boolean {
  switch (above?.type) {
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'ExportDefaultDeclaration':
    case 'CallExpression':
      return true;
    default:
      return false;
  }
}

function useAsMethod(name: string | null, owner: string | null, inObject: boolean): FunctionUse {
  if (name === null) return NAMED;
  const isApp = owner !== null && APP_FUNCTION.test(owner);
  if (APP_METHOD.test(name) || (isApp && /^on(?:Launch|Show|Create)$/.test(name))) {
    return { kind: 'entry', entry: { kind: 'app-launch', name }, start: 'app' };
  }
  if (LIFECYCLE.test(name)) return { kind: 'entry', entry: { kind: 'component', name }, start: 'component' };
  if (LATER.test(name)) return { kind: 'entry', entry: { kind: 'component', name }, start: null };
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
