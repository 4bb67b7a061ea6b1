import { AppRegistry } from 'react-native';
import { paste, openSession } from './src/session';

openSession('cold');
AppRegistry.registerComponent('trail', () => paste);
