import * as Sentry from '@sentry/capacitor';
import { init } from '@sentry/react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startAttribution } from './attribution';

Sentry.init({ dsn: 'https://sample@errors.larkspur.example.com/1' }, init);
startAttribution();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
