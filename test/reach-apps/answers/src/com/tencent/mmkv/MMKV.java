package com.tencent.mmkv;

/** The members of the key-value store that are used here, without their content. */
public final class MMKV {
    public static native MMKV defaultMMKV();

    public native boolean decodeBool(String key, boolean otherwise);

    public native boolean getBoolean(String key, boolean otherwise);
}
