/* What the app and its packages need of React Native, in its shape. */
const NativeModules = global.nativeModuleProxy;
const TurboModuleRegistry = {
  get: (name) => (global.__turboModuleProxy ? global.__turboModuleProxy(name) : NativeModules[name]),
  getEnforcing(name) {
    const module = TurboModuleRegistry.get(name);
    if (module == null) throw new Error(name);
    return module;
  },
};
class NativeEventEmitter {
  addListener(event, listener) {
    return { event, listener, remove() {} };
  }
}
module.exports = {
  get AppRegistry() {
    return { registerComponent: (name, component) => global.register(name, component) };
  },
  get NativeModules() {
    return NativeModules;
  },
  get NativeEventEmitter() {
    return NativeEventEmitter;
  },
  get Platform() {
    return { OS: 'android', select: (choices) => choices.android };
  },
  get StyleSheet() {
    return { create: (styles) => styles };
  },
  get TurboModuleRegistry() {
    return TurboModuleRegistry;
  },
  get useState() {
    return (value) => [value, () => {}];
  },
};
