import { existsSync } from 'node:fs';

/** What the tests use of a page; the package that drives it brings far more. */
export interface Page {
  goto(address: string): Promise<unknown>;
  /** Runs an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  emulateMedia(media: { media?: 'print' | 'screen' }): Promise<void>;
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  on(event: 'dialog', listener: () => void): void;
  keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}

export interface Browser {
  newPage(options: { colorScheme: 'light' | 'dark'; viewport: { width: number; height: number } }): Promise<Page>;
  close(): Promise<void>;
}

interface Driver {
  chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> };
}

/** Where distributions put it. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine: `CANDOR_CHROMIUM`, or where distributions put it; null where there is none. */
export function chromiumPath(): string | null {
  const named = process.env.CANDOR_CHROMIUM;
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null;
}

export async function launchChromium(path: string): Promise<Browser> {
  const name: string = 'playwright-core';
  const driver: Driver = await import(name);
  // A container has no user namespaces and little shared memory.
  return driver.chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
