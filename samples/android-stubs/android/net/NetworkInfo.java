package android.net;

public class NetworkInfo {
  public String getTypeName() {
    return null;
  }
}
