const create = (win) => {
  const core = win.Capacitor || {};
  core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});
  return core;
};
export const Capacitor = create(globalThis);
export const registerPlugin = Capacitor.registerPlugin;
