package android.net.wifi;

import java.util.List;

public class WifiManager {
  public WifiInfo getConnectionInfo() {
    return null;
  }

  public List<ScanResult> getScanResults() {
    return null;
  }
}
