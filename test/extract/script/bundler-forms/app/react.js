'use strict';

exports.createElement = function (type, props) {
  return { type: type, props: props };
};
exports.useEffect = function (effect) {
  globalThis.effects.push(effect);
};
