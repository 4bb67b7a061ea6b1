/* Asynchronous functions and generators that no tool compiles away before the Hermes compiler does. */
async function held(ok) {
  if (!ok) return '';
  return await navigator.clipboard.readText();
}
async function sendText(where) {
  const text = await held(true);
  await fetch(where, { method: 'POST', body: text });
}
async function quiet() {
  const text = await navigator.clipboard.readText();
  await fetch('/quiet', { method: 'POST', body: String(text.length > 3) });
}
const devices = async (list) => {
  for (const each of list) {
    const found = await navigator.mediaDevices.enumerateDevices();
    navigator.sendBeacon(each, found[0].label);
  }
};
const stream = async () => {
  try {
    const given = await navigator.mediaDevices.getUserMedia({ audio: true });
    localStorage.setItem('tracks', given);
  } catch (error) {
    const answer = await fetch('/failed', { body: error });
    console.log(answer);
  }
};
class Place {
  async read() {
    return new Promise((resolve) => navigator.geolocation.getCurrentPosition(resolve));
  }
  async report(path) {
    const { coords } = await this.read();
    const http = new XMLHttpRequest();
    http.open('POST', path);
    http.send(JSON.stringify([coords.latitude]));
  }
}
/* As many stops as it takes for the compiler to choose among them by a table. */
async function long(step) {
  const done = [];
  done.push(await step(1)); done.push(await step(2)); done.push(await step(3)); done.push(await step(4));
  done.push(await step(5)); done.push(await step(6)); done.push(await step(7)); done.push(await step(8));
  const agent = await navigator.userAgentData.getHighEntropyValues(['model']);
  done.push(await step(9)); done.push(await step(10)); done.push(await step(11)); done.push(await step(12));
  await fetch('/long', { method: 'POST', body: agent.model });
  return done;
}
function* contacts() {
  const chosen = yield navigator.contacts.select(['name', 'tel'], { multiple: true });
  console.log(chosen);
}
sendText('/text');
quiet();
devices(['/a', '/b']);
new Place().report('/place');
globalThis.later = [stream, long, contacts];
