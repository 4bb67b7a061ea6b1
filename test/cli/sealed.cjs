// Preloaded into the command line by sealed.test.ts: any attempt to reach a network or to start a program throws, and so
// does every write outside of the files that SEALED_OUTPUTS lists (one a line; beside each its temporary name).
const fs = require('node:fs');
const path = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const allowed = (process.env.SEALED_OUTPUTS ?? '').split('\n').filter((line) => line !== '');
const refuse = (what) => () => {
  throw new Error(`SEALED: ${what}`);
};

function isAllowed(file) {
  if (typeof file === 'number') return true;
  const full = path.resolve(String(file));
  return allowed.some(
    (output) =>
      full === output ||
      (path.dirname(full) === path.dirname(output) && path.basename(full).startsWith(`.${path.basename(output)}.`)),
  );
}

for (const [name, members] of Object.entries({
  'node:net': ['connect', 'createConnection', 'createServer', 'Socket', 'Server'],
  'node:tls': ['connect', 'createServer'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get', 'createServer'],
  'node:http2': ['connect', 'createServer'],
  'node:dgram': ['createSocket'],
  'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse'],
  'node:child_process': ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
})) {
  const module = require(name);
  for (const member of members) {
    // Standard output may be a pipe, which Node opens as a socket of its own.
    if (member === 'Socket') module.Socket.prototype.connect = refuse(`${name}.Socket.connect`);
    else if (member === 'Server') module.Server.prototype.listen = refuse(`${name}.Server.listen`);
    else module[member] = refuse(`${name}.${member}`);
  }
}
globalThis.fetch = refuse('fetch');
globalThis.WebSocket = refuse('WebSocket');

const guard = (target, member, places = [0]) => {
  const real = target[member];
  target[member] = function (...args) {
    for (const place of places) if (!isAllowed(args[place])) refuse(`${member} ${args[place]}`)();
    return real.apply(this, args);
  };
};
for (const member of ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'truncate', 'chmod', 'utimes']) {
  guard(fs, member);
  guard(fs, `${member}Sync`);
  if (member in fs.promises) guard(fs.promises, member);
}
for (const member of ['rename', 'copyFile', 'link', 'symlink']) {
  guard(fs, member, [0, 1]);
  guard(fs, `${member}Sync`, [0, 1]);
  guard(fs.promises, member, [0, 1]);
}
for (const target of [fs, fs.promises]) {
  for (const member of ['open', 'openSync', 'createWriteStream']) {
    const real = target[member];
    if (real === undefined) continue;
    target[member] = function (...args) {
      const flags = args[1];
      const writes =
        member === 'createWriteStream' ||
        (typeof flags === 'number' ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0 : /[wa+]/.test(flags ?? 'r'));
      if (writes && !isAllowed(args[0])) refuse(`${member} ${args[0]}`)();
      return real.apply(this, args);
    };
  }
}
syncBuiltinESMExports();
