package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Filters {
    static void drive(android.app.Activity host) throws Exception {
        new Reached().filter("x");
        Kept.last = new Unreached();
    }

    static class Reached extends android.widget.Filter {
        protected android.widget.Filter.FilterResults performFiltering(CharSequence c) { Phone.it.getDeviceId(); return null; } protected void publishResults(CharSequence c, android.widget.Filter.FilterResults r) {}
    }

    static class Unreached extends android.widget.Filter {
        protected android.widget.Filter.FilterResults performFiltering(CharSequence c) { Phone.it.getDeviceId(); return null; } protected void publishResults(CharSequence c, android.widget.Filter.FilterResults r) {}
    }
}
