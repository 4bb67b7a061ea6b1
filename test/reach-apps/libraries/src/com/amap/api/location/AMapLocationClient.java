package com.amap.api.location;

public class AMapLocationClient {
    public void setLocationListener(AMapLocationListener listener) {}

    public void startLocation() {}
}
