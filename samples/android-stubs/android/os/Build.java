package android.os;

/** The values are read from a method, so that javac keeps them field reads and does not fold them into constants. */
public class Build {
  public static final String BRAND = unknown();
  public static final String MODEL = unknown();
  public static final String SERIAL = unknown();

  public static class VERSION {
    public static final String RELEASE = unknown();
  }

  private static String unknown() {
    return null;
  }
}
