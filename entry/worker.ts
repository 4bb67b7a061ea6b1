import Tinypool from 'tinypool';
import { inlineAsUsual } from './engine-flags.ts';
import { loadCode } from './load-code.ts';

inlineAsUsual();

/** The task of a worker thread. */
export default loadCode(import.meta.url).unitExtractor(Tinypool.workerData);
