package org.example.matching;

import android.util.Log;
import java.util.HashMap;
import java.util.Map;

/** Values whose class tells them from others that come by the same way. */
class Kinds {
    static class Owner {
        final String id;

        Owner(String id) {
            this.id = id;
        }
    }

    static class Special extends Owner {
        Special(String id) {
            super(id);
        }
    }

    static class Order {
        final String id;

        Order(String id) {
            this.id = id;
        }
    }

    private final Map<String, Object> answers = new HashMap<String, Object>();

    private static void takeText(Object... arguments) {
        Log.d("text", (String) arguments[0]);
    }

    private static void takeNumber(Object... arguments) {
        Log.d("number", "" + (Integer) arguments[0]);
    }

    private static void takeOwner(Object given) {
        Owner owner = (Owner) given;
        Log.d("owner", owner.id);
    }

    /** What else was given has gone before. */
    private static void takeRest(Object given) {
        if (given instanceof Order) {
            Log.d("order", "" + given);
        } else if (!(given instanceof Owner)) {
            Log.d("rest", "" + given);
        }
    }

    void run() {
        sentText();
        keptText();
        sentOwner();
        sentSpecial();
        keptOrder();
        keptAsked();
        sentAsked();
        sentDerived();
        keptMixed(0);
        sentJoined(0);
    }

    private void sentText() {
        takeText(Main.phone.getDeviceId());
    }

    private void keptText() {
        takeNumber(Main.phone.getDeviceId());
    }

    private void sentOwner() {
        takeOwner(new Owner(Main.phone.getDeviceId()));
    }

    private void sentSpecial() {
        takeOwner(new Special(Main.phone.getDeviceId()));
    }

    private void keptOrder() {
        takeOwner(new Order(Main.phone.getDeviceId()));
    }

    private void keptAsked() {
        takeRest(new Owner(Main.phone.getDeviceId()));
    }

    private void sentAsked() {
        takeRest(Main.phone.getDeviceId());
    }

    /** The number is worked out of the text, which goes the same way before. */
    private void sentDerived() {
        String id = Main.phone.getDeviceId();
        takeNumber(id);
        takeNumber(Integer.valueOf(id));
    }

    private void keptMixed(int which) {
        Object given = which == 0 ? Main.phone.getDeviceId() : (Object) new Order("");
        if (given instanceof Order) Log.d("mixed", "" + given);
    }

    private void sentJoined(int which) {
        answers.put("given", which == 0 ? Main.phone.getDeviceId() : (Object) new Order(""));
        Object given = answers.get("given");
        if (given instanceof String) Log.d("mixed", (String) given);
    }
}
