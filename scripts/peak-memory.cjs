// Preloaded by `npm run bench` into the Node processes it measures: writes the peak resident set, in KiB, at the end.
process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));
