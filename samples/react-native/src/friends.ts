import { PermissionsAndroid } from 'react-native';
import Contacts from 'react-native-contacts';
import { post } from './server';

/** Uploads the numbers of the phone book; the number of friends who have the app comes back. */
export async function findHikers(): Promise<number> {
  const answer = await PermissionsAndroid.request(PermissionsAndroid.PERMISSIONS.READ_CONTACTS);
  if (answer !== PermissionsAndroid.RESULTS.GRANTED) return 0;
  const people = await Contacts.getAllWithoutPhotos();
  const numbers = people.flatMap((person) => person.phoneNumbers.map((phone) => phone.number));
  const { known } = await post<{ known: number }>('/friends', { numbers });
  return known;
}
