/** Everything that is bundled into one script, by who asks for it: the library, its worker threads, the command line. */
export * as library from '../analyzers/index.ts';
export { unitExtractor } from '../analyzers/worker.ts';
export { main } from '../cli/main.ts';
