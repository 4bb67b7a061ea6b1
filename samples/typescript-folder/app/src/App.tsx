import { useEffect, useState } from 'react';
import { clipboard } from './clipboard';
import { newEntry } from './entries';
import { type Friend, friendsFromPhone } from './friends';
import { signIn } from './session';
import { dictate } from './voice';

export function App() {
  const [text, setText] = useState('');
  const [friends, setFriends] = useState<Friend[]>([]);

  useEffect(() => {
    signIn();
    clipboard.offerToPaste().then((copied) => copied !== null && setText(copied));
  }, []);

  return (
    <main>
      <textarea value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={() => dictate((line) => setText(`${text} ${line}`))}>Dictate</button>
      <button onClick={() => newEntry(text, friends)}>Save with a photo</button>
      <button onClick={() => friendsFromPhone().then(setFriends)}>Share with friends</button>
    </main>
  );
}
