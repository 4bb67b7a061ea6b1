import { expect, test } from 'vitest';
import { type Case, readsOf } from './reads-of.ts';

/** Processes and windows of Electron: how pages load modules, and how what is read goes from one to the other. */
const CASES: Case[] = [
  [
    'a page that loads modules past its bundler',
    {
      'src/App.js': [
        "const si = window.require('systeminformation');",
        "const { clipboard } = window.require('electron');",
        "const os = window.nodeRequire('os');",
        'si.uuid();',
        'clipboard.readText();',
        'os.hostname();',
      ],
      'src/own.js': [
        'export function load(window) {',
        "  const si = window.require('systeminformation');",
        '  si.uuid();',
        '}',
        "export const own = page.require('systeminformation').uuid();",
      ],
    },
    'systeminformation.uuid src/App.js:4',
    'electron.clipboard.readText src/App.js:5',
  ],
  [
    'what the main process sends its windows',
    {
      'main.ts': [
        "import { app, BrowserWindow, clipboard, ipcMain } from 'electron';",
        "import si from 'systeminformation';",
        'let win: BrowserWindow | null = null;',
        'app.whenReady().then(() => { win = new BrowserWindow({}); });',
        'async function battery() { return si.battery(); }',
        "setInterval(async () => { const stats = await battery(); win?.webContents.send('stats', stats); }, 1000);",
        "ipcMain.on('clip', (event) => {",
        '  const text = clipboard.readText();',
        "  event.sender.send('text', text);",
        '});',
        "ipcMain.on('silent', (event) => {",
        '  const text = clipboard.readText();',
        "  event.sender.send('length', text.length);",
        '});',
        'const guard = (run) => (event) => { if (event.senderFrame) return run(); };',
        "ipcMain.handle('id', guard(() => si.uuid()));",
        "ipcMain.handle('none', guard(() => { si.processes(); }));",
      ],
    },
    'systeminformation.battery main.ts:5 -> ipc main.ts:6',
    'electron.clipboard.readText main.ts:8 -> ipc main.ts:9',
    'electron.clipboard.readText main.ts:12',
    'systeminformation.uuid main.ts:16 -> ipc main.ts:16',
    'systeminformation.processes main.ts:17',
  ],
];

test.each(CASES)('%s', (_name, files, ...reads) => {
  expect(readsOf(files)).toEqual(reads);
});
