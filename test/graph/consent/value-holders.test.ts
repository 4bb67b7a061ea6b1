import { expect, test } from 'vitest';
import { holderUse } from '../../../analyzers/graph/consent/value-holders.ts';

const FLAG = 'java.util.concurrent.atomic.AtomicBoolean';

test('members of objects that keep a value, and those that every object has', () => {
  expect(holderUse(FLAG, 'get')).toBe('get');
  expect(holderUse('androidx.lifecycle.MutableLiveData', 'postValue')).toBe('set');
  expect(holderUse('kotlinx.coroutines.flow.StateFlowKt', 'MutableStateFlow')).toBe('make');
  for (const name of ['toString', 'constructor', 'hasOwnProperty', '__proto__']) {
    expect(holderUse(FLAG, name)).toBeNull();
    expect(holderUse('kotlinx.coroutines.flow.FlowKt', name)).toBeNull();
  }
  expect(holderUse('com.example.AtomicBoolean', 'get')).toBeNull();
});
