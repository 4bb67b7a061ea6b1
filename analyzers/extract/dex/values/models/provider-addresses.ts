/**
 * Where the providers of Android are, by the classes whose constants are their addresses (Android API reference and
 * sources of `android.provider`); the longest name that fits counts.
 */
const ADDRESSES: readonly [className: string, address: string][] = [
  ['Browser', 'content://browser/bookmarks'],
  ['CalendarContract', 'content://com.android.calendar'],
  ['CallLog', 'content://call_log/calls'],
  ['Contacts', 'content://contacts/people'],
  ['ContactsContract', 'content://com.android.contacts'],
  ['ContactsContract$CommonDataKinds', 'content://com.android.contacts/data'],
  ['ContactsContract$CommonDataKinds$Email', 'content://com.android.contacts/data/emails'],
  ['ContactsContract$CommonDataKinds$Phone', 'content://com.android.contacts/data/phones'],
  ['ContactsContract$Contacts', 'content://com.android.contacts/contacts'],
  ['MediaStore$Audio', 'content://media/external/audio/media'],
  ['MediaStore$Downloads', 'content://media/external/downloads'],
  ['MediaStore$Images', 'content://media/external/images/media'],
  ['MediaStore$Video', 'content://media/external/video/media'],
  ['Telephony$Carriers', 'content://telephony/carriers'],
  ['Telephony$Mms', 'content://mms'],
  ['Telephony$MmsSms', 'content://mms-sms'],
  ['Telephony$Sms', 'content://sms'],
  ['Telephony$Threads', 'content://mms-sms/conversations'],
  ['UserDictionary', 'content://user_dictionary/words'],
  ['VoicemailContract', 'content://com.android.voicemail'],
];
const CONSTANT = /^android\.provider\.([\w$]+)\.\w+(?::Landroid\/net\/Uri;)?/;

/**
 * The address that a constant of the platform holds, with what stands behind its name; null for any other text.
 * @param text `android.provider.CallLog$Calls.CONTENT_URI`, as it is or with its type and what was appended
 */
export function addressOf(text: string): string | null {
  const [constant = '', className = ''] = CONSTANT.exec(text) ?? [];
  let found: string | null = null;
  // The names are sorted, so that the last that fits is the longest.
  for (const [name, address] of ADDRESSES) {
    if (className === name || className.startsWith(`${name}$`)) found = address;
  }
  return found === null ? null : found + text.slice(constant.length);
}
