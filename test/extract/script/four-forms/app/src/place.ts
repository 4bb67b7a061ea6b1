import Geolocation, { type GeolocationResponse } from '@react-native-community/geolocation';

export const locate = () =>
  new Promise<GeolocationResponse>((resolve, reject) => {
    Geolocation.getCurrentPosition(resolve, reject, { enableHighAccuracy: true });
  });
