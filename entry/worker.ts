import Tinypool from 'tinypool';
import { loadCode } from './load-code.ts';

/** The task of a worker thread. */
export default loadCode(import.meta.url).unitExtractor(Tinypool.workerData);
