/** `The package 'x' doesn't seem to be linked`, `npm:@sentry/core`. */
const NAME_IN_MESSAGE = /^(?:The package '|npm:)(@?[\w./-]+)/;

/** Whether a text begins as one in which a package may name itself. */
export function namesPackage(text: string): boolean {
  return text.startsWith('The package') || text.startsWith('npm:');
}

/** The package that a message of its own code names; undefined for any other text. */
export function packageInMessage(text: string): string | undefined {
  return namesPackage(text) ? NAME_IN_MESSAGE.exec(text)?.[1] : undefined;
}
