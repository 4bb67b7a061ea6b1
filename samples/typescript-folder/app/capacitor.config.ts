import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
  appId: 'com.example.larkspur',
  appName: 'Larkspur Diary',
  webDir: 'dist',
};

export default config;
