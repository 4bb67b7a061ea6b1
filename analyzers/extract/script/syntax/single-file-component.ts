/** Components of Vue and uni-app, of WePY and Mpx (mini-programs), and of quick apps: template, style and script in one file. */
const SINGLE_FILE_COMPONENT = /\.(?:[nu]?vue|wpy|mpx|ux)$/i;

export function isSingleFileComponent(path: string): boolean {
  return SINGLE_FILE_COMPONENT.test(path);
}
