package org.example.told;

import android.net.Uri;

/** Where other classes keep names. */
final class Names {
    static final String KEY = "android_id";
    static String changing = "android_id";
    static final Uri SMS = Uri.parse("content://sms");
    static final Uri INBOX = Uri.withAppendedPath(SMS, "inbox");
    static final String[] MEMBERS = {"getDeviceId", "getSubscriberId"};
    static final byte[] XORED = {0x32, 0x30, 0x21, 0x1c, 0x38, 0x30, 0x3c};

    private Names() {}

    static String unmask(byte[] text, int key) {
        char[] chars = new char[text.length];
        for (int i = 0; i < text.length; i++) chars[i] = (char) (text[i] ^ key);
        return new String(chars);
    }

    static final Member SUBSCRIBER = new Member("getSubscriberId");

    enum Asked {
        getLine1Number,
        getNetworkType
    }

    enum Property {
        SERIAL("ro.serialno"),
        MODEL("ro.product.model");

        final String key;

        Property(String key) {
            this.key = key;
        }
    }

    static class Member {
        final String member;

        Member(String member) {
            this.member = member;
        }
    }
}
