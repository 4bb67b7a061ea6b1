/*
 * ATTENTION: The "eval" devtool has been used (maybe by default in mode: "development").
 * This devtool is neither made for production nor for readable output files.
 * It uses "eval()" calls to create a separate source file in the browser devtools.
 * If you are trying to read the output file, select a different devtool (https://webpack.js.org/configuration/devtool/)
 * or disable the default devtool with "devtool: false".
 * If you are looking for production-ready output files, see mode: "production" (https://webpack.js.org/configuration/mode/).
 */
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ "./src/api.js"
/*!********************!*\
  !*** ./src/api.js ***!
  \********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   keep: () => (/* binding */ keep),\n/* harmony export */   post: () => (/* binding */ post)\n/* harmony export */ });\n/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./http */ \"./src/http.js\");\n\nconst client = _http__WEBPACK_IMPORTED_MODULE_0__[\"default\"].create({ baseURL: 'https://api.example.com' });\nconst post = (path, body) => client.post(path, body);\nconst keep = (path, body) => client.remember(path, body);\n\n\n//# sourceURL=webpack:///./src/api.js?\n}");

/***/ },

/***/ "./src/core.js"
/*!*********************!*\
  !*** ./src/core.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   Capacitor: () => (/* binding */ Capacitor),\n/* harmony export */   registerPlugin: () => (/* binding */ registerPlugin)\n/* harmony export */ });\nconst create = (win) => {\n  const core = win.Capacitor || {};\n  core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});\n  return core;\n};\nconst Capacitor = create(globalThis);\nconst registerPlugin = Capacitor.registerPlugin;\n\n\n//# sourceURL=webpack:///./src/core.js?\n}");

/***/ },

/***/ "./src/dom.js"
/*!********************!*\
  !*** ./src/dom.js ***!
  \********************/
(__unused_webpack_module, exports, __webpack_require__) {

eval("{\nvar react = __webpack_require__(/*! ./react */ \"./src/react.js\");\nexports.createRoot = function (at) {\n  return { render: function (element) { at.shown = react.createElement(element); } };\n};\n\n\n//# sourceURL=webpack:///./src/dom.js?\n}");

/***/ },

/***/ "./src/http.js"
/*!*********************!*\
  !*** ./src/http.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   \"default\": () => (__WEBPACK_DEFAULT_EXPORT__)\n/* harmony export */ });\nfunction make(defaults) {\n  const client = (config) => client.request(config);\n  client.request = (config) => globalThis.transport({ ...defaults, ...config });\n  client.post = (url, data) => client.request({ url, data });\n  client.create = (more) => make({ ...defaults, ...more });\n  return client;\n}\nconst http = make({});\nhttp.CancelToken = function CancelToken() {};\nhttp.isCancel = (value) => value.isCancel === true;\nhttp.all = (promises) => Promise.all(promises);\nhttp.spread = (callback) => (list) => callback(...list);\n/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = (http);\n\n\n//# sourceURL=webpack:///./src/http.js?\n}");

/***/ },

/***/ "./src/index.js"
/*!**********************!*\
  !*** ./src/index.js ***!
  \**********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _react__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./react */ \"./src/react.js\");\n/* harmony import */ var _dom__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./dom */ \"./src/dom.js\");\n/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./api */ \"./src/api.js\");\n/* harmony import */ var _plugins__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(/*! ./plugins */ \"./src/plugins.js\");\n\n\n\n\nconst h = _react__WEBPACK_IMPORTED_MODULE_0__.createElement;\nfunction paste() {\n  return navigator.clipboard.readText();\n}\nfunction App() {\n  ;(0,_react__WEBPACK_IMPORTED_MODULE_0__.useEffect)(() => {\n    _plugins__WEBPACK_IMPORTED_MODULE_3__.Geolocation.getCurrentPosition().then((place) => (0,_api__WEBPACK_IMPORTED_MODULE_2__.post)('/where', place.coords));\n  });\n  const onPaste = async () => _plugins__WEBPACK_IMPORTED_MODULE_3__.Preferences.set({ key: 'clip', value: await paste() });\n  const onRead = async () => (0,_api__WEBPACK_IMPORTED_MODULE_2__.keep)('/kept', await navigator.clipboard.read());\n  return h('div', null, h('button', { onClick: onPaste }), h('button', { onClick: onRead }));\n}\n;(0,_dom__WEBPACK_IMPORTED_MODULE_1__.createRoot)(document.body).render(h(App));\n\n\n//# sourceURL=webpack:///./src/index.js?\n}");

/***/ },

/***/ "./src/plugins.js"
/*!************************!*\
  !*** ./src/plugins.js ***!
  \************************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   Geolocation: () => (/* binding */ Geolocation),\n/* harmony export */   Preferences: () => (/* binding */ Preferences)\n/* harmony export */ });\n/* harmony import */ var _core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./core */ \"./src/core.js\");\n\nconst Geolocation = (0,_core__WEBPACK_IMPORTED_MODULE_0__.registerPlugin)('Geolocation', {});\nconst Preferences = (0,_core__WEBPACK_IMPORTED_MODULE_0__.registerPlugin)('Preferences', {});\n\n\n//# sourceURL=webpack:///./src/plugins.js?\n}");

/***/ },

/***/ "./src/react.js"
/*!**********************!*\
  !*** ./src/react.js ***!
  \**********************/
(__unused_webpack_module, exports) {

eval("{\nexports.createElement = function (type, props) {\n  return { type: type, props: props };\n};\nexports.useEffect = function (effect) {\n  globalThis.effects.push(effect);\n};\n\n\n//# sourceURL=webpack:///./src/react.js?\n}");

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
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module can't be inlined because the eval devtool is used.
/******/ 	let __webpack_exports__ = __webpack_require__("./src/index.js");
/******/ 	
/******/ })()
;