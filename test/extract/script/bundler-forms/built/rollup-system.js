System.register('App', [], (function () {
  'use strict';
  return {
    execute: (function () {

      var react$1 = {};

      react$1.createElement = function (type, props) {
        return { type: type, props: props };
      };
      var useEffect = react$1.useEffect = function (effect) {
        globalThis.effects.push(effect);
      };

      var react = react$1;
      var createRoot = function (at) {
        return { render: function (element) { at.shown = react.createElement(element); } };
      };

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

      const client = http.create({ baseURL: 'https://api.example.com' });
      const post = (path, body) => client.post(path, body);
      const keep = (path, body) => client.remember(path, body);

      const create = (win) => {
        const core = win.Capacitor || {};
        core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});
        return core;
      };
      const Capacitor = create(globalThis);
      const registerPlugin = Capacitor.registerPlugin;

      const Geolocation = registerPlugin('Geolocation', {});
      const Preferences = registerPlugin('Preferences', {});

      const h = react$1.createElement;
      function paste() {
        return navigator.clipboard.readText();
      }
      function App() {
        useEffect(() => {
          Geolocation.getCurrentPosition().then((place) => post('/where', place.coords));
        });
        const onPaste = async () => Preferences.set({ key: 'clip', value: await paste() });
        const onRead = async () => keep('/kept', await navigator.clipboard.read());
        return h('div', null, h('button', { onClick: onPaste }), h('button', { onClick: onRead }));
      }
      createRoot(document.body).render(h(App));

    })
  };
}));
