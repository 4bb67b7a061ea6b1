package android.net.wifi;

public class WifiInfo {
  public String getMacAddress() {
    return null;
  }

  public String getSSID() {
    return null;
  }

  public String getBSSID() {
    return null;
  }
}
