import React, { useEffect, useState } from 'react';
import { Button, SafeAreaView, Text } from 'react-native';
import { findHikers } from './friends';
import { readInvitation } from './invitation';
import { openSession } from './session';
import { type Point, Walk } from './walk';

const walk = new Walk();

export default function App() {
  const [points, setPoints] = useState<Point[]>([]);
  const [friends, setFriends] = useState(0);
  const [invitation, setInvitation] = useState<string | null>(null);

  useEffect(() => {
    openSession();
    readInvitation().then(setInvitation);
    return () => walk.stop();
  }, []);

  return (
    <SafeAreaView>
      <Text>{invitation === null ? 'Fernpath' : `You were invited to ${invitation}`}</Text>
      <Text>{`${points.length} points, ${friends} friends hike too`}</Text>
      <Button title="Start the walk" onPress={() => walk.start(setPoints)} />
      <Button title="Find friends" onPress={() => findHikers().then(setFriends)} />
    </SafeAreaView>
  );
}
