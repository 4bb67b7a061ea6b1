package android.content;

public class Intent {
  public static final String ACTION_BOOT_COMPLETED = "android.intent.action.BOOT_COMPLETED";

  public Intent(Context packageContext, Class<?> cls) {}

  public String getAction() {
    return null;
  }
}
