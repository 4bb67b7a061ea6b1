package org.example.callbacks;

import android.app.Activity;
import android.bluetooth.BluetoothAdapter;
import android.bluetooth.BluetoothDevice;
import android.bluetooth.le.ScanCallback;
import android.bluetooth.le.ScanResult;
import android.hardware.Camera;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;
import android.hardware.camera2.CameraDevice;
import android.hardware.camera2.CameraManager;
import android.location.GpsStatus;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.media.ImageReader;
import android.media.MediaRecorder;
import android.os.Bundle;
import android.telephony.PhoneStateListener;
import android.telephony.TelephonyManager;
import android.view.OrientationEventListener;
import android.view.SurfaceHolder;
import android.view.SurfaceView;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Sensors {
    static void drive(Activity host) {
        LocationManager location = (LocationManager) host.getSystemService("location");
        location.requestLocationUpdates("gps", 0, 0, new LocationReached());
        location.getLastKnownLocation("gps");
        Kept.last = new LocationUnreached();

        location.requestSingleUpdate("gps", new SingleLocationReached(), null);
        Kept.last = new SingleLocationUnreached();

        location.addGpsStatusListener(new GpsReached());
        Kept.last = new GpsUnreached();

        SensorManager sensors = (SensorManager) host.getSystemService("sensor");
        sensors.registerListener(new SensorReached(), sensors.getDefaultSensor(1), 3);
        Kept.last = new SensorUnreached();

        TelephonyManager phone = (TelephonyManager) host.getSystemService("phone");
        phone.listen(new PhoneStateReached(), PhoneStateListener.LISTEN_CALL_STATE);
        Kept.last = new PhoneStateUnreached();

        Camera.open().setPreviewCallback(new PreviewReached());
        Kept.last = new PreviewUnreached();

        Camera.open().takePicture(null, null, new PictureReached());
        Camera.open().takePicture(null, null, null);
        Kept.last = new PictureUnreached();

        try {
            ((CameraManager) host.getSystemService("camera")).openCamera("0", new CameraStateReached(), null);
        } catch (android.hardware.camera2.CameraAccessException error) {
            host.finish();
        }
        Kept.last = new CameraStateUnreached();

        ImageReader.newInstance(1, 1, 1, 1).setOnImageAvailableListener(new ImageReached(), null);
        Kept.last = new ImageUnreached();

        new MediaRecorder().setOnInfoListener(new RecorderReached());
        Kept.last = new RecorderUnreached();

        BluetoothAdapter.getDefaultAdapter().startLeScan(new LeScanReached());
        Kept.last = new LeScanUnreached();

        BluetoothAdapter.getDefaultAdapter().getBluetoothLeScanner().startScan(new BleScanReached());
        Kept.last = new BleScanUnreached();

        new SurfaceView(host).getHolder().addCallback(new SurfaceReached());
        Kept.last = new SurfaceUnreached();

        new OrientationReached(host).enable();
        new OrientationUnreached(host).disable();
    }

    static class LocationReached implements LocationListener {
        @Override
        public void onLocationChanged(Location location) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onStatusChanged(String provider, int status, Bundle extras) {}

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}
    }

    static class LocationUnreached implements LocationListener {
        @Override
        public void onLocationChanged(Location location) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onStatusChanged(String provider, int status, Bundle extras) {}

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}
    }

    static class SingleLocationReached implements LocationListener {
        @Override
        public void onLocationChanged(Location location) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onStatusChanged(String provider, int status, Bundle extras) {}

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}
    }

    static class SingleLocationUnreached implements LocationListener {
        @Override
        public void onLocationChanged(Location location) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onStatusChanged(String provider, int status, Bundle extras) {}

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}
    }

    static class GpsReached implements GpsStatus.Listener {
        @Override
        public void onGpsStatusChanged(int event) {
            Phone.it.getDeviceId();
        }
    }

    static class GpsUnreached implements GpsStatus.Listener {
        @Override
        public void onGpsStatusChanged(int event) {
            Phone.it.getDeviceId();
        }
    }

    static class SensorReached implements SensorEventListener {
        @Override
        public void onSensorChanged(SensorEvent event) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onAccuracyChanged(Sensor sensor, int accuracy) {}
    }

    static class SensorUnreached implements SensorEventListener {
        @Override
        public void onSensorChanged(SensorEvent event) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onAccuracyChanged(Sensor sensor, int accuracy) {}
    }

    static class PhoneStateReached extends PhoneStateListener {
        @Override
        public void onCallStateChanged(int state, String number) {
            Phone.it.getDeviceId();
        }
    }

    static class PhoneStateUnreached extends PhoneStateListener {
        @Override
        public void onCallStateChanged(int state, String number) {
            Phone.it.getDeviceId();
        }
    }

    static class PreviewReached implements Camera.PreviewCallback {
        @Override
        public void onPreviewFrame(byte[] data, Camera camera) {
            Phone.it.getDeviceId();
        }
    }

    static class PreviewUnreached implements Camera.PreviewCallback {
        @Override
        public void onPreviewFrame(byte[] data, Camera camera) {
            Phone.it.getDeviceId();
        }
    }

    static class PictureReached implements Camera.PictureCallback {
        @Override
        public void onPictureTaken(byte[] data, Camera camera) {
            Phone.it.getDeviceId();
        }
    }

    static class PictureUnreached implements Camera.PictureCallback {
        @Override
        public void onPictureTaken(byte[] data, Camera camera) {
            Phone.it.getDeviceId();
        }
    }

    static class CameraStateReached extends CameraDevice.StateCallback {
        @Override
        public void onOpened(CameraDevice device) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onDisconnected(CameraDevice device) {}

        @Override
        public void onError(CameraDevice device, int error) {}
    }

    static class CameraStateUnreached extends CameraDevice.StateCallback {
        @Override
        public void onOpened(CameraDevice device) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onDisconnected(CameraDevice device) {}

        @Override
        public void onError(CameraDevice device, int error) {}
    }

    static class ImageReached implements ImageReader.OnImageAvailableListener {
        @Override
        public void onImageAvailable(ImageReader reader) {
            Phone.it.getDeviceId();
        }
    }

    static class ImageUnreached implements ImageReader.OnImageAvailableListener {
        @Override
        public void onImageAvailable(ImageReader reader) {
            Phone.it.getDeviceId();
        }
    }

    static class RecorderReached implements MediaRecorder.OnInfoListener {
        @Override
        public void onInfo(MediaRecorder recorder, int what, int extra) {
            Phone.it.getDeviceId();
        }
    }

    static class RecorderUnreached implements MediaRecorder.OnInfoListener {
        @Override
        public void onInfo(MediaRecorder recorder, int what, int extra) {
            Phone.it.getDeviceId();
        }
    }

    static class LeScanReached implements BluetoothAdapter.LeScanCallback {
        @Override
        public void onLeScan(BluetoothDevice device, int rssi, byte[] record) {
            Phone.it.getDeviceId();
        }
    }

    static class LeScanUnreached implements BluetoothAdapter.LeScanCallback {
        @Override
        public void onLeScan(BluetoothDevice device, int rssi, byte[] record) {
            Phone.it.getDeviceId();
        }
    }

    static class BleScanReached extends ScanCallback {
        @Override
        public void onScanResult(int type, ScanResult result) {
            Phone.it.getDeviceId();
        }
    }

    static class BleScanUnreached extends ScanCallback {
        @Override
        public void onScanResult(int type, ScanResult result) {
            Phone.it.getDeviceId();
        }
    }

    static class SurfaceReached implements SurfaceHolder.Callback {
        @Override
        public void surfaceCreated(SurfaceHolder holder) {
            Phone.it.getDeviceId();
        }

        @Override
        public void surfaceChanged(SurfaceHolder holder, int format, int width, int height) {}

        @Override
        public void surfaceDestroyed(SurfaceHolder holder) {}
    }

    static class SurfaceUnreached implements SurfaceHolder.Callback {
        @Override
        public void surfaceCreated(SurfaceHolder holder) {
            Phone.it.getDeviceId();
        }

        @Override
        public void surfaceChanged(SurfaceHolder holder, int format, int width, int height) {}

        @Override
        public void surfaceDestroyed(SurfaceHolder holder) {}
    }

    static class OrientationReached extends OrientationEventListener {
        OrientationReached(android.content.Context context) {
            super(context);
        }

        @Override
        public void onOrientationChanged(int orientation) {
            Phone.it.getDeviceId();
        }
    }

    static class OrientationUnreached extends OrientationEventListener {
        OrientationUnreached(android.content.Context context) {
            super(context);
        }

        @Override
        public void onOrientationChanged(int orientation) {
            Phone.it.getDeviceId();
        }
    }
}
