import { describeDevice } from '@device/describe';
import { send } from './server';

/** Tells the server which device opens the diary. */
export async function signIn(): Promise<void> {
  await send('/sessions', await describeDevice());
}
