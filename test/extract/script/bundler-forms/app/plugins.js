import { registerPlugin } from './core';
export const Geolocation = registerPlugin('Geolocation', {});
export const Preferences = registerPlugin('Preferences', {});
