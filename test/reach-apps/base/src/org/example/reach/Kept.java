package org.example.reach;

/** Where unreached variants are left: built, stored, never handed to anyone. */
public final class Kept {
    public static Object last;

    private Kept() {}
}
