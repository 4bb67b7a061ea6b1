/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ "./src/api.js"
/*!********************!*\
  !*** ./src/api.js ***!
  \********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keep: () => (/* binding */ keep),
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./http */ "./src/http.js");

const client = _http__WEBPACK_IMPORTED_MODULE_0__["default"].create({ baseURL: 'https://api.example.com' });
const post = (path, body) => client.post(path, body);
const keep = (path, body) => client.remember(path, body);


/***/ },

/***/ "./src/core.js"
/*!*********************!*\
  !*** ./src/core.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Capacitor: () => (/* binding */ Capacitor),
/* harmony export */   registerPlugin: () => (/* binding */ registerPlugin)
/* harmony export */ });
const create = (win) => {
  const core = win.Capacitor || {};
  core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});
  return core;
};
const Capacitor = create(globalThis);
const registerPlugin = Capacitor.registerPlugin;


/***/ },

/***/ "./src/dom.js"
/*!********************!*\
  !*** ./src/dom.js ***!
  \********************/
(__unused_webpack_module, exports, __webpack_require__) {


var react = __webpack_require__(/*! ./react */ "./src/react.js");
exports.createRoot = function (at) {
  return { render: function (element) { at.shown = react.createElement(element); } };
};


/***/ },

/***/ "./src/http.js"
/*!*********************!*\
  !*** ./src/http.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
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
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = (http);


/***/ },

/***/ "./src/plugins.js"
/*!************************!*\
  !*** ./src/plugins.js ***!
  \************************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Geolocation: () => (/* binding */ Geolocation),
/* harmony export */   Preferences: () => (/* binding */ Preferences)
/* harmony export */ });
/* harmony import */ var _core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./core */ "./src/core.js");

const Geolocation = (0,_core__WEBPACK_IMPORTED_MODULE_0__.registerPlugin)('Geolocation', {});
const Preferences = (0,_core__WEBPACK_IMPORTED_MODULE_0__.registerPlugin)('Preferences', {});


/***/ },

/***/ "./src/react.js"
/*!**********************!*\
  !*** ./src/react.js ***!
  \**********************/
(__unused_webpack_module, exports) {


exports.createElement = function (type, props) {
  return { type: type, props: props };
};
exports.useEffect = function (effect) {
  globalThis.effects.push(effect);
};


/***/ }

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	const __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __webpack_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		const cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		const module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		if (!(moduleId in __webpack_modules__)) {
/******/ 			delete __webpack_module_cache__[moduleId];
/******/ 			const e = new Error("Cannot find module '" + moduleId + "'");
/******/ 			e.code = 'MODULE_NOT_FOUND';
/******/ 			throw e;
/******/ 		}
/******/ 		__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	// define getter/value functions for harmony exports
/******/ 	__webpack_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__webpack_require__.o(definition, key) && !__webpack_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	__webpack_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop));
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	// define __esModule on exports
/******/ 	__webpack_require__.r = (exports) => {
/******/ 		Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ 	
/************************************************************************/
let __webpack_exports__ = {};
// This entry needs to be wrapped in an IIFE because it needs to be isolated against other modules in the chunk.
(() => {
/*!**********************!*\
  !*** ./src/index.js ***!
  \**********************/
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _react__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./react */ "./src/react.js");
/* harmony import */ var _dom__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./dom */ "./src/dom.js");
/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./api */ "./src/api.js");
/* harmony import */ var _plugins__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(/*! ./plugins */ "./src/plugins.js");




const h = _react__WEBPACK_IMPORTED_MODULE_0__.createElement;
function paste() {
  return navigator.clipboard.readText();
}
function App() {
  ;(0,_react__WEBPACK_IMPORTED_MODULE_0__.useEffect)(() => {
    _plugins__WEBPACK_IMPORTED_MODULE_3__.Geolocation.getCurrentPosition().then((place) => (0,_api__WEBPACK_IMPORTED_MODULE_2__.post)('/where', place.coords));
  });
  const onPaste = async () => _plugins__WEBPACK_IMPORTED_MODULE_3__.Preferences.set({ key: 'clip', value: await paste() });
  const onRead = async () => (0,_api__WEBPACK_IMPORTED_MODULE_2__.keep)('/kept', await navigator.clipboard.read());
  return h('div', null, h('button', { onClick: onPaste }), h('button', { onClick: onRead }));
}
;(0,_dom__WEBPACK_IMPORTED_MODULE_1__.createRoot)(document.body).render(h(App));

})();

/******/ })()
;