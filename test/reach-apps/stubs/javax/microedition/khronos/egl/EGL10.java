package javax.microedition.khronos.egl;

public interface EGL10 {}
