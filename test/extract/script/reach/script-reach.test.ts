import { describe, expect, test } from 'vitest';
import { compileScriptWatch } from '../../../../analyzers/extract/script/apis/watch.ts';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { CATALOGUE, extract } from '../script-catalogue.ts';

const WATCH = compileScriptWatch(CATALOGUE);

/** How the only fact but imports is reached: `early` or `late`, the entry, and the lines and columns of the path. */
function wayOf(files: Record<string, string>): string | null {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const facts = extractScripts(sources, WATCH).facts.filter(({ kind }) => kind !== 'module');
  expect(facts).toHaveLength(1);
  const reach = facts[0]?.reach;
  if (reach === undefined) return null;
  const path = reach.path.map(({ file, line }) => `${file}:${line}`).join(' > ');
  return `${reach.beforeConsent === null ? 'late' : 'early'} ${reach.entry.kind} ${reach.entry.name}: ${path}`;
}

function one(source: string, path = 'src/a.js'): string | null {
  return wayOf({ [path]: source });
}

const READ = 'uni.getLocation({})';

describe('what runs at the start', () => {
  test.each([
    ['the top level of a module', READ, 'early script src/a.js: src/a.js:1'],
    ['a function that it calls', `function go() { ${READ} }\ngo();`, 'early script src/a.js: src/a.js:2 > src/a.js:1'],
    [
      'a function that is called at once',
      `(function () { ${READ} })();`,
      'early script src/a.js: src/a.js:1 > src/a.js:1',
    ],
    ["a promise's callback", `ready().then(() => { ${READ} });`, 'early script src/a.js: src/a.js:1 > src/a.js:1'],
    ['the launch of an app', `App({ onLaunch() { ${READ} } })`, 'early app-launch src/a.js onLaunch: src/a.js:1'],
    [
      'the launch of an app, by another function',
      `const start = () => ${READ};\nApp({ onLaunch: function () {\n start() } })`,
      'early app-launch src/a.js onLaunch: src/a.js:3 > src/a.js:1',
    ],
    [
      'an event of the start',
      `document.addEventListener('deviceready', function () { ${READ} });`,
      'early app-launch src/a.js deviceready: src/a.js:1',
    ],
    [
      'an event of the start, as a property of the page',
      `window.onload = () => {\n ${READ} };`,
      'early app-launch src/a.js load: src/a.js:2',
    ],
    [
      'the same of a function by its name',
      `function start() {\n ${READ} }\n(function () { document.body.onload = start; })();`,
      'early app-launch src/a.js load: src/a.js:2',
    ],
    [
      'what comes once it was asked for',
      `const request = new XMLHttpRequest();\nrequest.onload = function () {\n ${READ} };`,
      'early script src/a.js: src/a.js:2 > src/a.js:3',
    ],
    [
      "an effect of the root component's child",
      `import { AppRegistry } from 'react-native';
       function Child() { useEffect(() => {
         ${READ} }, []); return null }
       function Main() { return <Child /> }
       AppRegistry.registerComponent('x', () => Main);`,
      'early component src/a.js Main: src/a.js:4 > src/a.js:2 > src/a.js:3',
    ],
    [
      'an async function as compilers write it',
      `function go() { return run.apply(this, arguments) }
       function run() { return (run = helper(function* () { ${READ} })).apply(this, arguments) }
       go()`,
      'early script src/a.js: src/a.js:3 > src/a.js:1 > src/a.js:2',
    ],
    [
      'an arrow function as compilers write it',
      `var go = (function () { var t = helper(function* () { ${READ} }); return function () { return t.apply(this, arguments) } })();
       go(1)`,
      'early script src/a.js: src/a.js:2 > src/a.js:1 > src/a.js:1',
    ],
  ])('%s', (_what, source, expected) => {
    expect(one(source)).toBe(expected);
  });

  test('the root of a Vue app', () => {
    expect(one(`<script>export default { onLaunch() { ${READ} } }</script>`, 'App.vue')).toBe(
      'early app-launch App.vue onLaunch: App.vue:1',
    );
  });

  test('a wrapper in another file', () => {
    expect(
      wayOf({
        'src/a.js': "import { where } from './b';\nApp({ onLaunch() {\n where() } })",
        'src/b.js': `export function where() { ${READ} }`,
      }),
    ).toBe('early app-launch src/a.js onLaunch: src/a.js:3 > src/b.js:1');
  });
});

describe('what does not', () => {
  test.each([
    ['what nothing calls', `export function go() { ${READ} }`, null],
    ['a handler of the user', `function View() { return <A onPress={() => { ${READ} }} /> }`, null],
    ['a page', `Page({ onLoad() { ${READ} } })`, 'late component src/a.js onLoad: src/a.js:1'],
    [
      "the effect of a component that is not the app's root",
      `export class View extends Component { componentDidMount() { ${READ} } }`,
      'late component src/a.js componentDidMount: src/a.js:1',
    ],
    [
      'what an activity is answered',
      `Page({ onLoad() { const main = plus.android.runtimeMainActivity();\n main.onActivityResult = function () {\n ${READ} };\n main.startActivityForResult(intent, 1) } })`,
      'late component src/a.js onLoad: src/a.js:2 > src/a.js:3',
    ],
    [
      'an own method of another name',
      `Page({ onLoad() { const main = own();\n main.afterResult = function () {\n ${READ} } } })`,
      null,
    ],
    ['some listener', `bus.on('found', () => { ${READ} })`, 'late listener src/a.js found: src/a.js:1'],
  ])('%s', (_what, source, expected) => {
    expect(one(source)).toBe(expected);
  });

  test.each([
    ['a flag', `if (store.agreed) { ${READ} }`],
    ['a flag that is compared', `if (store.privacyAccepted === true) ${READ}`],
    ['a flag in a condition', `store.hasConsent && ${READ}`],
    ['a missing flag that returns', `function go() { if (!uni.getStorageSync('k')) return; ${READ} }\ngo()`],
    ['a stored value in a variable', `const k = uni.getStorageSync('k'); if (k) { ${READ} }`],
    ['the other branch', `if (!agreed) { ask() } else { ${READ} }`],
    ['the answer to a dialog', `uni.showModal({ success(res) { if (res.confirm) { ${READ} } } })`],
    ['a dialog that is awaited', `async function go() { await askConsent(); ${READ} }\ngo()`],
    ['the callback of a dialog', `Alert.alert('a', 'b', [{ text: 'c', onPress: () => { ${READ} } }])`],
    ['the caller', `function go() { ${READ} }\nif (agreed) go()`],
  ])('behind %s', (_what, source) => {
    expect(one(source) ?? 'late').toMatch(/^late/);
  });

  test.each([
    ['another condition', `if (device.online) { ${READ} }`],
    ['a missing flag', `if (!agreed) { ${READ} }`],
    ['the branch where there was no answer', `if (agreed) { go() } else { ${READ} }`],
    ['a flag that is asked for elsewhere', `if (agreed) { go() }\n${READ}`],
  ])('but behind %s it does', (_what, source) => {
    expect(one(source)).toMatch(/^early/);
  });
});

test('what calls itself comes to an end', () => {
  const { facts } = extract(`function a() { b() } function b() { a(); ${READ} }`);
  expect(facts[0]?.reach).toBeUndefined();
});

describe('what is handed over to be called', () => {
  const PAGE = `Page({ scan() { ${READ} } })`;
  test.each([
    [
      'a method that the template beside names',
      { 'p/a.js': PAGE, 'p/a.wxml': '<view bindtap="scan"/>' },
      'late handler p/a.js scan: p/a.js:1',
    ],
    ['but not one that no template names', { 'p/a.js': PAGE, 'p/a.wxml': '<view bindtap="scanAll"/>' }, null],
    [
      'a method of a mixin, by a component',
      {
        'mixins/a.js': `export default { methods: { paste() { ${READ} } } }`,
        'p/a.vue': '<template><a @click="paste"/></template>\n<script>export default { mixins: [m] }</script>',
      },
      'late handler mixins/a.js paste: mixins/a.js:1',
    ],
    [
      "a method of Angular's component",
      {
        'a.component.ts': `@Component({ template: '<b (click)="read()"></b>' }) export class A { read() { ${READ} } }`,
      },
      'late handler a.component.ts read: a.component.ts:1',
    ],
    [
      'a listener that is declared as a function',
      { 'a.js': `document.addEventListener('deviceready', ready, false);\nfunction ready() { ${READ} }` },
      'early app-launch a.js deviceready: a.js:2',
    ],
    [
      'a handler in an element',
      { 'a.jsx': `export default function A() { const go = () => { ${READ} };\nreturn <B onPress={go} /> }` },
      'late component a.jsx A: a.jsx:2 > a.jsx:1',
    ],
    [
      'a bound method of a struct',
      { 'a.ets': `struct A { read() { ${READ} }\nbuild() { Button('x').onClick(this.read.bind(this)) } }` },
      'late component a.ets build: a.ets:2 > a.ets:1',
    ],
    [
      'a function that a hook gives back',
      {
        'use.js': `export const usePaste = () => useCallback(() => { ${READ} }, []);`,
        'a.jsx': `import { usePaste } from './use';
export default function A() { const paste = usePaste(); return <B onPress={() => paste()} /> }`,
      },
      'late component a.jsx A: a.jsx:2 > use.js:1 > use.js:1',
    ],
    [
      'a function among what a hook gives back',
      {
        'use.js': `export function usePaste() { const paste = async () => { ${READ} }; return { paste }; }`,
        'a.jsx': `import { usePaste } from './use';
export default function A() { const { paste } = usePaste(); return <B onPress={paste} /> }`,
      },
      'late component a.jsx A: a.jsx:2 > use.js:1',
    ],
    [
      'but not one that it keeps for itself',
      { 'use.js': `export function usePaste() { const paste = () => { ${READ} }; return {}; }` },
      null,
    ],
    [
      'a button of a sheet that is shown',
      {
        'a.html': '<a (click)="more()"></a>',
        'a.ts': `@Component({}) export class A { async more() {
const sheet = await this.sheets.create({ buttons: [{ text: 'x', handler: () => this.take() }] }); sheet.present(); }
take() { ${READ} } }`,
      },
      'late handler a.ts more: a.ts:2 > a.ts:2 > a.ts:3',
    ],
    [
      'the constructor of what Angular injects',
      {
        'app.component.ts': `import { Tracker } from './tracker';
@Component({}) export class Start { constructor(private tracker: Tracker) {} }`,
        'tracker.ts': `@Injectable() export class Tracker { constructor() { this.start(); }
start() { ${READ} } }`,
      },
      'early component app.component.ts constructor: app.component.ts:2 > tracker.ts:1 > tracker.ts:2',
    ],
    [
      'an action that is dispatched by its name',
      {
        'store.js': `export default { actions: { async locate() { ${READ} } } }`,
        'a.vue': `<script>export default {
onLoad() { this.$store.dispatch('place/locate') } }</script>`,
      },
      'late component a.vue onLoad: a.vue:2 > store.js:1',
    ],
    ['but not one that nobody names', { 'store.js': `export default { actions: { locate() { ${READ} } } }` }, null],
    [
      'a thunk, when it is dispatched and not where it is made',
      {
        'store.js': `export const load = createAsyncThunk('a/load', async () => { ${READ} });`,
        'a.jsx': `import { load } from './store';
export default function A() { useEffect(() => { dispatch(load()) }, []); return <B /> }`,
      },
      'late component a.jsx A: a.jsx:2 > a.jsx:2 > store.js:1',
    ],
    [
      'but not one that is never dispatched',
      { 'store.js': `export const load = createThunk('a', () => { ${READ} })` },
      null,
    ],
    [
      'a watcher',
      { 'a.vue': `<script>export default { watch: { x() { ${READ} } } }</script>` },
      'late component a.vue watch: a.vue:1',
    ],
    [
      'a lifecycle as a field',
      { 'a.jsx': `class A extends Component { componentWillUnmount = () => { ${READ} } }` },
      'late component a.jsx componentWillUnmount: a.jsx:1',
    ],
    [
      'an option of a hook',
      { 'a.jsx': `export default function A() { useQuery({ queryFn: () => ${READ} });\nreturn <B /> }` },
      'late component a.jsx A: a.jsx:1 > a.jsx:1',
    ],
    [
      'what a composable gives under another name',
      {
        'use.js': `export const useBoard = () => { const own = { paste: () => ${READ} }; return own; }`,
        'a.vue': `<template><a @tap="grab"/></template>\n<script setup>\nconst { paste: grab } = useBoard()\n</script>`,
      },
      'late handler use.js paste: use.js:1',
    ],
    [
      'what a helper makes, in the template',
      {
        'a.vue': `<template><a @tap="more"/></template>\n<script setup>\nconst more = debounce(() => ${READ})\n</script>`,
      },
      'late handler a.vue more: a.vue:3',
    ],
    [
      "what another library's helper makes, in another file",
      {
        'a.js': `import { throttle } from 'lodash';\nexport const paste = throttle(() => ${READ}, 100);`,
        'b.jsx': `import { paste } from './a';\nexport default function B() { return <C onPress={paste} /> }`,
      },
      'late component b.jsx B: b.jsx:2 > a.js:2',
    ],
    [
      'the first page of an app',
      { 'app.json': '{"pages":["p/a","p/b"]}', 'p/a.js': `Page({ onLoad() { ${READ} } })` },
      'early component p/a.js onLoad: p/a.js:1',
    ],
    [
      'but not the second',
      { 'app.json': '{"pages":["p/b","p/a"]}', 'p/a.js': `Page({ onLoad() { ${READ} } })` },
      'late component p/a.js onLoad: p/a.js:1',
    ],
    [
      'a member that is only wrapped at the start',
      { 'a.js': 'export const locate = promisify(uni.getLocation)' },
      'late script a.js: a.js:1',
    ],
  ])('%s', (_what, files, expected) => {
    expect(wayOf(files)).toBe(expected);
  });
});

describe('what only looks as if it ran at the start', () => {
  const CLASS = `import { AppRegistry } from 'react-native';
class Main extends Component {
  constructor() { super(); this.locate = this.locate.bind(this); }
  locate() { ${READ}; }
  METHOD
  render() { return <Button onPress={this.locate} />; }
}
AppRegistry.registerComponent('x', () => Main);`;

  test('a method of the root class that the user calls, though the constructor binds it', () => {
    expect(one(CLASS.replace('METHOD', ''))).toMatch(/^late /);
  });

  test('and one that a lifecycle method calls does', () => {
    expect(one(CLASS.replace('METHOD', 'componentDidMount() { this.locate(); }'))).toMatch(
      /^early component src\/a\.js componentDidMount: /,
    );
  });

  test.each([
    ['', /^late /],
    ['componentDidMount() { this.locate(); }', /^early /],
  ])('the same in a component that the root shows: %s', (method, way) => {
    const child = CLASS.replace('class Main', 'class Child').replace('METHOD', method);
    expect(
      one(child.replace(/AppRegistry\.reg.*/, 'AppRegistry.registerComponent("x", () => () => <Child />);')),
    ).toMatch(way);
  });

  test.each([
    ['window.onclick =', /^late listener .* click: /],
    ['picture.onclick =', /^late /],
    ['picture.onShow =', null],
    ['const onload =', null],
  ])('a property that another event calls, or another object: %s', (property, way) => {
    const found = one(`const picture = new Image();\n${property} function () { ${READ} };`);
    if (way === null) expect(found).toBeNull();
    else expect(found).toMatch(way);
  });

  test.each([
    ['onclick="go()"', 'late handler index.html go: index.html:1'],
    ['onload="go()"', 'early app-launch index.html load: index.html:2 > index.html:1'],
  ])('the code of an attribute: %s', (attribute, way) => {
    expect(one(`<script>function go() { ${READ} }</script>\n<body ${attribute}></body>`, 'index.html')).toBe(way);
  });

  const WRAPPER = 'const p = (fn) => (o) => new Promise((resolve) => fn({ ...o, success: resolve }));\n';

  test.each([
    ['App({ locate() { return getLocation(); } })', 'late script src/a.js: src/a.js:2'],
    ['App({ onLaunch() {\n getLocation(); } })', 'early app-launch src/a.js onLaunch: src/a.js:4 > src/a.js:2'],
  ])('what a wrapper made of a function runs where it is called: %s', (app, way) => {
    expect(one(`${WRAPPER}const getLocation = p(uni.getLocation);\n${app}`)).toBe(way);
  });

  test('what a wrapper made of a function, in another file', () => {
    const files = {
      'src/api.js': `${WRAPPER}export const getLocation = p(uni.getLocation);`,
      'src/app.js': `import { getLocation } from './api';\nApp({ onLaunch() { getLocation(); } })`,
    };
    expect(wayOf(files)).toBe('early app-launch src/app.js onLaunch: src/app.js:2 > src/api.js:2');
  });
});

describe('components of Angular', () => {
  const PAGE = (name: string, body: string) =>
    `@Component({ selector: 'x' })\nexport class ${name} { ngOnInit() {\n${body} } }`;
  const MODULE = `const routes: Routes = ROUTES;\n@NgModule({ imports: [RouterModule.forRoot(routes)] })\nexport class M {}`;
  const files = (routes: string) => ({
    'src/app/app-routing.module.ts': `import { HomePage } from './home/home.page';\n${MODULE.replace('ROUTES', routes)}`,
    'src/app/home/home.page.ts': PAGE('HomePage', READ),
    'src/app/home/home.module.ts': `import { HomePage } from './home.page';
      @NgModule({ imports: [RouterModule.forChild([{ path: '', component: HomePage }])] })\nexport class HomeModule {}`,
  });

  const LAZY = "loadChildren: () => import('./home/home.module').then((m) => m.HomeModule)";

  test.each([
    ['of the empty address', "[{ path: '', component: HomePage }]"],
    [
      'by a redirection',
      "[{ path: '', redirectTo: 'home', pathMatch: 'full' }, { path: 'home', component: HomePage }]",
    ],
    ['of a module that is loaded', `[{ path: '', redirectTo: 'home' }, { path: 'home', ${LAZY} }]`],
    ['of a module named by text', "[{ path: '', loadChildren: './home/home.module#HomeModule' }]"],
    ['loaded by itself', "[{ path: '', loadComponent: () => import('./home/home.page').then((m) => m.HomePage) }]"],
    [
      'in tabs',
      `[{ path: 'tabs', component: Tabs, children: [{ path: 'a', ${LAZY} }, { path: '', redirectTo: '/tabs/a' }] },
        { path: '', redirectTo: '/tabs/a' }]`,
    ],
  ])('%s: shown at the start', (_what, routes) => {
    expect(wayOf(files(routes))).toMatch(/^early component src\/app\/home\/home\.page\.ts ngOnInit: /);
  });

  test.each([
    ['of another address', "[{ path: '', component: Other }, { path: 'home', component: HomePage }]"],
    ['of another module', `[{ path: '', redirectTo: 'other' }, { path: 'home', ${LAZY} }]`],
    ['redirected to nothing', `[{ path: '', redirectTo: 'none' }, { path: 'home', loadComponent: load }]`],
    ['redirections in a circle', "[{ path: '', redirectTo: 'a' }, { path: 'a', redirectTo: '/' }]"],
  ])('%s: not', (_what, routes) => {
    expect(wayOf(files(routes))).toMatch(/^late component /);
  });

  test('redirections among many, all of which lead on to all others', { timeout: 20_000 }, () => {
    const redirections = Array.from(
      { length: 40 },
      () => "{ path: '', redirectTo: 'a' }, { path: 'a', redirectTo: '/' }",
    );
    expect(wayOf(files(`[${redirections.join(', ')}]`))).toMatch(/^late component /);
  });

  test('of routes in another file', () => {
    const routes = {
      'src/app.routes.ts': `import { HomePage } from './app/home/home.page';
      export const routes: Routes = [{ path: '', component: HomePage }];`,
    };
    const config = `import { routes } from './app.routes';\nexport const config = { providers: [provideRouter(routes)] };`;
    expect(wayOf({ ...files('[]'), ...routes, 'src/app.config.ts': config })).toMatch(/^early component /);
  });

  test('what a module bootstraps', () => {
    const module = `import { Start } from './start';\n@NgModule({ bootstrap: [Start] })\nexport class M {}`;
    const app = { 'a/start.ts': PAGE('Start', READ) };
    expect(wayOf({ ...app, 'a/start.module.ts': module })).toMatch(/^early component /);
    expect(wayOf({ ...app, 'a/start.module.ts': module.replace('bootstrap', 'declarations') })).toMatch(/^late /);
  });
});

describe('what a call made of a function', () => {
  const made = `export const locate = createAsyncThunk('locate', async () => {\n${READ} });`;
  test.each([
    ['by its imported name', "import { locate } from './thunk';\nstore.dispatch(locate());", /^early /],
    [
      'not in a function that nothing calls',
      "import { locate } from './thunk';\nfunction later() { locate(); }",
      /^late /,
    ],
    ['not by the name of something else', 'const { locate } = tools();\nlocate();', /^late /],
  ])('runs where that is called: %s', (_what, use, way) => {
    expect(wayOf({ 'src/thunk.js': made, 'src/start.js': use }) ?? 'late ').toMatch(way);
  });
});

describe('a function given to tap', () => {
  test.each([
    ["$('#photo').tap(read)", /^late /],
    ['place$.pipe(tap(read)).subscribe()', /^early /],
  ])('%s', (use, way) => {
    expect(one(`function read() { ${READ} }\n${use};`)).toMatch(way);
  });
});

const NAVIGATOR = `const Stack = createNativeStackNavigator();
function First() { useEffect(() => {
  ${READ} }, []); return null }
const Second = () => null;
const App = () => <NavigationContainer>SCREENS</NavigationContainer>;
export default App;`;

describe('screens of a navigator', () => {
  const FIRST = '<Stack.Screen name="First" component={First} />';
  const SECOND = '<Stack.Screen name="Second" component={Second} />';

  test.each([
    ['the first', `<Stack.Navigator>${FIRST}${SECOND}</Stack.Navigator>`],
    ['the one that is named', `<Stack.Navigator initialRouteName="First">${SECOND}${FIRST}</Stack.Navigator>`],
    ['one of two', `<Stack.Navigator>{user ? <>${SECOND}</> : (<>${FIRST}</>)}</Stack.Navigator>`],
    ['one behind another that may be missing', `<Stack.Navigator>{user && ${SECOND}}${FIRST}</Stack.Navigator>`],
    ['in a group', `<Stack.Navigator><Stack.Group>${FIRST}</Stack.Group>${SECOND}</Stack.Navigator>`],
  ])('%s is shown at the start', (_what, screens) => {
    expect(one(NAVIGATOR.replace('SCREENS', screens), 'App.tsx')).toMatch(/^early component App\.tsx App: /);
  });

  test.each([
    ['the second', `<Stack.Navigator>${SECOND}${FIRST}</Stack.Navigator>`],
    ['not the one that is named', `<Stack.Navigator initialRouteName="Second">${FIRST}${SECOND}</Stack.Navigator>`],
    ['behind one in a group', `<Stack.Navigator><Stack.Group>${SECOND}</Stack.Group>${FIRST}</Stack.Navigator>`],
    ['of no navigator', `<Stack.Other>${FIRST}</Stack.Other>`],
  ])('%s is not', (_what, screens) => {
    expect(one(NAVIGATOR.replace('SCREENS', screens), 'App.tsx') ?? 'late').not.toMatch(/^early/);
  });
});
