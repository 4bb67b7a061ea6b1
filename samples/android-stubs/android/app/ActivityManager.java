package android.app;

import java.util.List;

public class ActivityManager {
  public static class RunningAppProcessInfo {
    public String processName;
  }

  public static class MemoryInfo {
    public long totalMem;
  }

  public List<RunningAppProcessInfo> getRunningAppProcesses() {
    return null;
  }

  public void getMemoryInfo(MemoryInfo outInfo) {}
}
