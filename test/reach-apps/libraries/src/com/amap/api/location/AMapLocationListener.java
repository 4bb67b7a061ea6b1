package com.amap.api.location;

public interface AMapLocationListener {
    void onLocationChanged(Object location);
}
