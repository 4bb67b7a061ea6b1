/**
 * The data types of Google Play's data safety form as its CSV names them: question, response, and the label of the form.
 * Play Console exports a template with these; the ids were seen in several published templates.
 */
export const PLAY_TYPES: readonly (readonly [question: string, response: string, label: string])[] = [
  ['PERSONAL', 'NAME', 'Personal info: Name'],
  ['PERSONAL', 'EMAIL', 'Personal info: Email address'],
  ['PERSONAL', 'USER_ACCOUNT', 'Personal info: User IDs'],
  ['PERSONAL', 'ADDRESS', 'Personal info: Address'],
  ['PERSONAL', 'PHONE', 'Personal info: Phone number'],
  ['PERSONAL', 'RACE_ETHNICITY', 'Personal info: Race and ethnicity'],
  ['PERSONAL', 'POLITICAL_RELIGIOUS', 'Personal info: Political or religious beliefs'],
  ['PERSONAL', 'SEXUAL_ORIENTATION_GENDER_IDENTITY', 'Personal info: Sexual orientation'],
  ['PERSONAL', 'OTHER_PERSONAL', 'Personal info: Other info'],
  ['FINANCIAL', 'CREDIT_DEBIT_BANK_ACCOUNT_NUMBER', 'Financial info: User payment info'],
  ['FINANCIAL', 'PURCHASE_HISTORY', 'Financial info: Purchase history'],
  ['FINANCIAL', 'CREDIT_SCORE', 'Financial info: Credit score'],
  ['FINANCIAL', 'OTHER', 'Financial info: Other financial info'],
  ['LOCATION', 'APPROX_LOCATION', 'Location: Approximate location'],
  ['LOCATION', 'PRECISE_LOCATION', 'Location: Precise location'],
  ['SEARCH_AND_BROWSING', 'WEB_BROWSING_HISTORY', 'Web browsing: Web browsing history'],
  ['EMAIL_AND_TEXT', 'EMAILS', 'Messages: Emails'],
  ['EMAIL_AND_TEXT', 'SMS_CALL_LOG', 'Messages: SMS or MMS'],
  ['EMAIL_AND_TEXT', 'OTHER_MESSAGES', 'Messages: Other in-app messages'],
  ['PHOTOS_AND_VIDEOS', 'PHOTOS', 'Photos and videos: Photos'],
  ['PHOTOS_AND_VIDEOS', 'VIDEOS', 'Photos and videos: Videos'],
  ['AUDIO', 'AUDIO', 'Audio files: Voice or sound recordings'],
  ['AUDIO', 'MUSIC', 'Audio files: Music files'],
  ['AUDIO', 'OTHER_AUDIO', 'Audio files: Other audio files'],
  ['HEALTH_AND_FITNESS', 'HEALTH', 'Health and fitness: Health info'],
  ['HEALTH_AND_FITNESS', 'FITNESS', 'Health and fitness: Fitness info'],
  ['CONTACTS', 'CONTACTS', 'Contacts: Contacts'],
  ['CALENDAR', 'CALENDAR', 'Calendar: Calendar events'],
  ['APP_PERFORMANCE', 'CRASH_LOGS', 'App info and performance: Crash logs'],
  ['APP_PERFORMANCE', 'PERFORMANCE_DIAGNOSTICS', 'App info and performance: Diagnostics'],
  ['APP_PERFORMANCE', 'OTHER_PERFORMANCE', 'App info and performance: Other app performance data'],
  ['FILES_AND_DOCS', 'FILES_AND_DOCS', 'Files and docs: Files and docs'],
  ['APP_ACTIVITY', 'USER_INTERACTION', 'App activity: App interactions'],
  ['APP_ACTIVITY', 'IN_APP_SEARCH_HISTORY', 'App activity: In-app search history'],
  ['APP_ACTIVITY', 'APPS_ON_DEVICE', 'App activity: Installed apps'],
  ['APP_ACTIVITY', 'USER_GENERATED_CONTENT', 'App activity: Other user-generated content'],
  ['APP_ACTIVITY', 'OTHER_APP_ACTIVITY', 'App activity: Other actions'],
  ['IDENTIFIERS', 'DEVICE_ID', 'Device or other IDs'],
];

/**
 * The labels that a data type of the taxonomy stands for: its own, or where it leaves open which, all that it names, as
 * `Location: Approximate/Precise location` and `Photos and videos: Photos|Videos` do.
 */
export function playLabels(play: string): string[] {
  const labels = PLAY_TYPES.map(([, , label]) => label);
  if (labels.includes(play)) return [play];
  const [section = '', choice = ''] = play.split(': ');
  const inSection = labels.filter((label) => label.startsWith(`${section}: `));
  return inSection.filter((label) => {
    const name = label.slice(section.length + 2);
    return choice.split(/[|/]/).some((part) => name === part || name.startsWith(`${part} `));
  });
}
