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
export default http;
