/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	// The require scope
/******/ 	const __webpack_require__ = {};
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/concatenation wrap */
/******/ 	// wrap a concatenated module body as a lazy, memoized accessor; mod is
/******/ 	// set before the body runs so re-entrant calls (require cycles) observe
/******/ 	// the partial exports like Node.js
/******/ 	__webpack_require__.cw = (body) => {
/******/ 		var mod;
/******/ 		return () => {
/******/ 			if (body) {
/******/ 				var fn = body;
/******/ 				body = 0;
/******/ 				mod = { exports: {} };
/******/ 				fn.call(mod.exports, mod, mod.exports);
/******/ 			}
/******/ 			return mod.exports;
/******/ 		};
/******/ 	};
/******/ 	
/************************************************************************/

// MODULE: ./src/dom.js
var dom_namespaceFn = /*#__PURE__*/__webpack_require__.cw((__unused_webpack_module, exports) => {

var react = (react_namespaceFn());
exports.H = function (at) {
  return { render: function (element) { at.shown = react.createElement(element); } };
};

});

// MODULE: ./src/react.js
var react_namespaceFn = /*#__PURE__*/__webpack_require__.cw((__unused_webpack_module, exports) => {

exports.createElement = function (type, props) {
  return { type: type, props: props };
};
exports.useEffect = function (effect) {
  globalThis.effects.push(effect);
};

});

;// ./src/react.js
react_namespaceFn();

;// ./src/dom.js
dom_namespaceFn();

;// ./src/http.js
function make(defaults) {
  const client = (config) => client.request(config);
  client.request = (config) => globalThis.transport({ ...defaults, ...config });
  client.post = (url, data) => client.request({ url, data });
  client.create = (more) => make({ ...defaults, ...more });
  return client;
}
const http = make({});
http.CancelToken = function CancelToken() {};
http.isCancel = (value) => value.isCancel === true;
http.all = (promises) => Promise.all(promises);
http.spread = (callback) => (list) => callback(...list);
/* harmony default export */ const src_http = (http);

;// ./src/api.js

const client = src_http.create({ baseURL: 'https://api.example.com' });
const post = (path, body) => client.post(path, body);
const keep = (path, body) => client.remember(path, body);

;// ./src/core.js
const create = (win) => {
  const core = win.Capacitor || {};
  core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});
  return core;
};
const Capacitor = create(globalThis);
const registerPlugin = Capacitor.registerPlugin;

;// ./src/plugins.js

const Geolocation = registerPlugin('Geolocation', {});
const Preferences = registerPlugin('Preferences', {});

;// ./src/index.js




const h = (react_namespaceFn().createElement);
function paste() {
  return navigator.clipboard.readText();
}
function App() {
  ;(0,react_namespaceFn().useEffect)(() => {
    Geolocation.getCurrentPosition().then((place) => post('/where', place.coords));
  });
  const onPaste = async () => Preferences.set({ key: 'clip', value: await paste() });
  const onRead = async () => keep('/kept', await navigator.clipboard.read());
  return h('div', null, h('button', { onClick: onPaste }), h('button', { onClick: onRead }));
}
;(0,dom_namespaceFn().H)(document.body).render(h(App));

/******/ })()
;