'use strict';

var react = require('./react');
exports.createRoot = function (at) {
  return { render: function (element) { at.shown = react.createElement(element); } };
};
