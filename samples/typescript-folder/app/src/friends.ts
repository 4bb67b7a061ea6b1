import { Contacts } from '@capacitor-community/contacts';

export interface Friend {
  name: string;
  phone: string;
}

/** Reads names and numbers when the button is pressed, as the policy says. */
export async function friendsFromPhone(): Promise<Friend[]> {
  const { contacts } = await Contacts.getContacts({ projection: { name: true, phones: true } });
  return contacts.flatMap((contact) =>
    (contact.phones ?? []).map((phone) => ({ name: contact.name?.display ?? '', phone: phone.number ?? '' })),
  );
}
