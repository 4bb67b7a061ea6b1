import { defineConfig } from 'vitest/config';

/** Tests that run programs, fill the memory or share folders; each of their files gets a process of its own. */
const APART = ['test/{browser,cli,fuzz,hostile,real-apks}/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      // Most of their time went to loading the same modules again for each file.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: APART, isolate: false } },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
