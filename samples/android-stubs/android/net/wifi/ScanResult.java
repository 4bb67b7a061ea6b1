package android.net.wifi;

public class ScanResult {
  public String BSSID;
  public int level;
}
