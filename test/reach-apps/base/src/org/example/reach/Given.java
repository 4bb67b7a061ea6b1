package org.example.reach;

import android.content.Context;

/** Objects of the framework that a case needs to register with. */
public final class Given {
    private Given() {}

    @SuppressWarnings("unchecked")
    public static <T> T of(Context host) {
        return (T) host.getSystemService("any");
    }
}
