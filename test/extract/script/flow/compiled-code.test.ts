import { expect, test } from 'vitest';
import { type FlowCase, INFO, sinksOf } from './flow-case.ts';

/** What Babel makes of classes, asynchronous functions and elements; its helpers go by the names that a minifier gives. */
const CASES: FlowCase[] = [
  [
    'methods that a helper is given share the fields of the instance',
    [
      INFO,
      'var S = function () { function S() { c(this, S); } return k(S, [',
      '  { key: "load", value: function () { var _this = this; DeviceInfo.getUniqueId().then(function (id) { _this.id = id; }); } },',
      '  { key: "send", value: function () { fetch("/a", { body: this.id }); fetch("/b", { body: this.other }); } }',
      ']); }();',
      'var s = new S(); s.load(); s.send();',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'asynchronous methods of a class, which get what their wrappers are given',
    [
      INFO,
      'var S = function () { function S() { c(this, S); } return k(S, [',
      '  { key: "start", value: function () {',
      '    var t = g(function* (cb) { yield 0; this.cb = cb; }); return function (e) { return t.apply(this, arguments); };',
      '  }() },',
      '  { key: "load", value: function () {',
      '    var t = g(function* () { this.cb(yield DeviceInfo.getUniqueId()); }); return function () { return t.apply(this, arguments); };',
      '  }() }',
      ']); }();',
      'var s = new S(); s.start(function (id) { fetch("/a", { body: id }); }); s.load();',
      'var o = { start: function () { var t = g(function* (cb) { cb("b"); }); return function (e) { return t.apply(this, arguments); }; }() };',
      'o.start(function (id) { fetch("/b", { body: id }); });',
    ],
    'network fetch a.tsx:10',
  ],
  [
    'asynchronous methods of an object',
    [
      INFO,
      'var o = {',
      '  load: function () { var t = g(function* () { this.id = yield DeviceInfo.getUniqueId(); }); return function () { return t.apply(this, arguments); }; }(),',
      '  send: function () { fetch("/a", { body: this.id }); }',
      '};',
      'var p = { send: function () { fetch("/b", { body: this.id }); } };',
      'o.load(); o.send(); p.send();',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'a constructor that gives back the instance which its base class made',
    [
      INFO,
      'var B = function () { function B(u) { this.u = u; } return k(B, [{ key: "post", value: function (id) { fetch(this.u, { body: id }); } }]); }();',
      'var S = function (P) { function S() { var t; c(this, S); return (t = u(this, S, ["/a"])).id = "", t.load = function () {',
      '  DeviceInfo.getUniqueId().then(function (id) { t.id = id; t.post(t.id); });',
      '}, t; } i(S, P); return k(S, [{ key: "send", value: function () { fetch("/b", { body: this.id }); } }]); }(B);',
      'var s = new S(); s.load(); s.send();',
      'function T() { var t = { id: "" }; t.send = function () { fetch("/c", { body: t.id }); }; return t; }',
      'T().send();',
    ],
    'network fetch a.tsx:2',
    'network fetch a.tsx:5',
  ],
  [
    'static fields of a function that became a class',
    [
      INFO,
      'var S = function () { function S() {} return k(S, null, [{ key: "send", value: function () { fetch("/a", { body: this.id }); } }]); }();',
      'var R = function () { function R() {} return k(R, null, [{ key: "send", value: function () { fetch("/b", { body: this.id }); } }]); }();',
      'DeviceInfo.getUniqueId().then(function (id) { S.id = id; S.send(); R.send(); });',
    ],
    'network fetch a.tsx:2',
  ],
  [
    'elements made by calls give their properties to components',
    [
      INFO,
      'import { jsx } from "react/jsx-runtime"; import { useState } from "react";',
      'var Child = ({ id, name }) => jsx(Pressable, { onPress: () => { fetch("/a", { body: id }); fetch("/b", { body: name }); } });',
      'export default function App() {',
      '  var [id, setId] = useState(null);',
      '  DeviceInfo.getUniqueId().then(setId);',
      '  return jsx(Child, { id, name: "x" });',
      '}',
    ],
    'network fetch a.tsx:3',
  ],
];

test.each(CASES)('%s', (_, lines, ...sinks) => {
  expect(sinksOf(lines)).toEqual(sinks);
});
