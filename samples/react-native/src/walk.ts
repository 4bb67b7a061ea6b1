import Geolocation from '@react-native-community/geolocation';
import { post } from './server';

export interface Point {
  latitude: number;
  longitude: number;
}

/** Records the way that is walked while the screen is on. The policy declares it. */
export class Walk {
  private watch: number | null = null;
  private points: Point[] = [];

  start(changed: (points: Point[]) => void): void {
    this.watch = Geolocation.watchPosition(
      ({ coords }) => {
        this.points = [...this.points, { latitude: coords.latitude, longitude: coords.longitude }];
        changed(this.points);
      },
      () => this.stop(),
      { enableHighAccuracy: true, distanceFilter: 10 },
    );
  }

  stop(): void {
    if (this.watch === null) return;
    Geolocation.clearWatch(this.watch);
    this.watch = null;
    post('/walks', { points: this.points });
  }
}
