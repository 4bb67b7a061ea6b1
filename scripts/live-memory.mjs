// Run by bench-memory.ts with --expose-gc: what is live in a process that scans one build, in bytes, when a stage begins.
import { scan } from '../dist/index.js';

const live = {};
await scan(process.argv[2], {
  onProgress: ({ stage, done }) => {
    if (done > 0 || stage in live) return;
    global.gc();
    const { heapUsed, external } = process.memoryUsage();
    live[stage] = heapUsed + external;
  },
});
process.stdout.write(JSON.stringify(live));
