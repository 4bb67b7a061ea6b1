/******/ (function(modules) { // webpackBootstrap
/******/ 	// The module cache
/******/ 	var installedModules = {};
/******/
/******/ 	// The require function
/******/ 	function __webpack_require__(moduleId) {
/******/
/******/ 		// Check if module is in cache
/******/ 		if(installedModules[moduleId]) {
/******/ 			return installedModules[moduleId].exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = installedModules[moduleId] = {
/******/ 			i: moduleId,
/******/ 			l: false,
/******/ 			exports: {}
/******/ 		};
/******/
/******/ 		// Execute the module function
/******/ 		modules[moduleId].call(module.exports, module, module.exports, __webpack_require__);
/******/
/******/ 		// Flag the module as loaded
/******/ 		module.l = true;
/******/
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/
/******/
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__webpack_require__.m = modules;
/******/
/******/ 	// expose the module cache
/******/ 	__webpack_require__.c = installedModules;
/******/
/******/ 	// define getter function for harmony exports
/******/ 	__webpack_require__.d = function(exports, name, getter) {
/******/ 		if(!__webpack_require__.o(exports, name)) {
/******/ 			Object.defineProperty(exports, name, { enumerable: true, get: getter });
/******/ 		}
/******/ 	};
/******/
/******/ 	// define __esModule on exports
/******/ 	__webpack_require__.r = function(exports) {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 8|1: behave like require
/******/ 	__webpack_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = __webpack_require__(value);
/******/ 		if(mode & 8) return value;
/******/ 		if((mode & 4) && typeof value === 'object' && value && value.__esModule) return value;
/******/ 		var ns = Object.create(null);
/******/ 		__webpack_require__.r(ns);
/******/ 		Object.defineProperty(ns, 'default', { enumerable: true, value: value });
/******/ 		if(mode & 2 && typeof value != 'string') for(var key in value) __webpack_require__.d(ns, key, function(key) { return value[key]; }.bind(null, key));
/******/ 		return ns;
/******/ 	};
/******/
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__webpack_require__.n = function(module) {
/******/ 		var getter = module && module.__esModule ?
/******/ 			function getDefault() { return module['default']; } :
/******/ 			function getModuleExports() { return module; };
/******/ 		__webpack_require__.d(getter, 'a', getter);
/******/ 		return getter;
/******/ 	};
/******/
/******/ 	// Object.prototype.hasOwnProperty.call
/******/ 	__webpack_require__.o = function(object, property) { return Object.prototype.hasOwnProperty.call(object, property); };
/******/
/******/ 	// __webpack_public_path__
/******/ 	__webpack_require__.p = "";
/******/
/******/
/******/ 	// Load entry module and return exports
/******/ 	return __webpack_require__(__webpack_require__.s = "../web/fx/src/index.js");
/******/ })
/************************************************************************/
/******/ ({

/***/ "../web/fx/src/api.js":
/*!****************************!*\
  !*** ../web/fx/src/api.js ***!
  \****************************/
/*! exports provided: post, keep */
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
/* harmony export (binding) */ __webpack_require__.d(__webpack_exports__, "post", function() { return post; });
/* harmony export (binding) */ __webpack_require__.d(__webpack_exports__, "keep", function() { return keep; });
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./http */ "../web/fx/src/http.js");

const client = _http__WEBPACK_IMPORTED_MODULE_0__["default"].create({ baseURL: 'https://api.example.com' });
const post = (path, body) => client.post(path, body);
const keep = (path, body) => client.remember(path, body);


/***/ }),

/***/ "../web/fx/src/core.js":
/*!*****************************!*\
  !*** ../web/fx/src/core.js ***!
  \*****************************/
/*! exports provided: Capacitor, registerPlugin */
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
/* harmony export (binding) */ __webpack_require__.d(__webpack_exports__, "Capacitor", function() { return Capacitor; });
/* harmony export (binding) */ __webpack_require__.d(__webpack_exports__, "registerPlugin", function() { return registerPlugin; });
const create = (win) => {
  const core = win.Capacitor || {};
  core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});
  return core;
};
const Capacitor = create(globalThis);
const registerPlugin = Capacitor.registerPlugin;


/***/ }),

/***/ "../web/fx/src/dom.js":
/*!****************************!*\
  !*** ../web/fx/src/dom.js ***!
  \****************************/
/*! no static exports found */
/***/ (function(module, exports, __webpack_require__) {

"use strict";


var react = __webpack_require__(/*! ./react */ "../web/fx/src/react.js");
exports.createRoot = function (at) {
  return { render: function (element) { at.shown = react.createElement(element); } };
};


/***/ }),

/***/ "../web/fx/src/http.js":
/*!*****************************!*\
  !*** ../web/fx/src/http.js ***!
  \*****************************/
/*! exports provided: default */
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
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
/* harmony default export */ __webpack_exports__["default"] = (http);


/***/ }),

/***/ "../web/fx/src/index.js":
/*!******************************!*\
  !*** ../web/fx/src/index.js ***!
  \******************************/
/*! no exports provided */
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _react__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./react */ "../web/fx/src/react.js");
/* harmony import */ var _react__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(_react__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _dom__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./dom */ "../web/fx/src/dom.js");
/* harmony import */ var _dom__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(_dom__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./api */ "../web/fx/src/api.js");
/* harmony import */ var _plugins__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(/*! ./plugins */ "../web/fx/src/plugins.js");




const h = _react__WEBPACK_IMPORTED_MODULE_0___default.a.createElement;
function paste() {
  return navigator.clipboard.readText();
}
function App() {
  Object(_react__WEBPACK_IMPORTED_MODULE_0__["useEffect"])(() => {
    _plugins__WEBPACK_IMPORTED_MODULE_3__["Geolocation"].getCurrentPosition().then((place) => Object(_api__WEBPACK_IMPORTED_MODULE_2__["post"])('/where', place.coords));
  });
  const onPaste = async () => _plugins__WEBPACK_IMPORTED_MODULE_3__["Preferences"].set({ key: 'clip', value: await paste() });
  const onRead = async () => Object(_api__WEBPACK_IMPORTED_MODULE_2__["keep"])('/kept', await navigator.clipboard.read());
  return h('div', null, h('button', { onClick: onPaste }), h('button', { onClick: onRead }));
}
Object(_dom__WEBPACK_IMPORTED_MODULE_1__["createRoot"])(document.body).render(h(App));


/***/ }),

/***/ "../web/fx/src/plugins.js":
/*!********************************!*\
  !*** ../web/fx/src/plugins.js ***!
  \********************************/
/*! exports provided: Geolocation, Preferences */
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
/* harmony export (binding) */ __webpack_require__.d(__webpack_exports__, "Geolocation", function() { return Geolocation; });
/* harmony export (binding) */ __webpack_require__.d(__webpack_exports__, "Preferences", function() { return Preferences; });
/* harmony import */ var _core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./core */ "../web/fx/src/core.js");

const Geolocation = Object(_core__WEBPACK_IMPORTED_MODULE_0__["registerPlugin"])('Geolocation', {});
const Preferences = Object(_core__WEBPACK_IMPORTED_MODULE_0__["registerPlugin"])('Preferences', {});


/***/ }),

/***/ "../web/fx/src/react.js":
/*!******************************!*\
  !*** ../web/fx/src/react.js ***!
  \******************************/
/*! no static exports found */
/***/ (function(module, exports, __webpack_require__) {

"use strict";


exports.createElement = function (type, props) {
  return { type: type, props: props };
};
exports.useEffect = function (effect) {
  globalThis.effects.push(effect);
};


/***/ })

/******/ });