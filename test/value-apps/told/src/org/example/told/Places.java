package org.example.told;

import android.content.ContentResolver;
import android.net.Uri;
import android.provider.CalendarContract;
import android.provider.CallLog;
import android.provider.ContactsContract;

/** Where an app keeps the addresses of what it asks for. */
final class Places {
    static final Uri CALLS = CallLog.Calls.CONTENT_URI;
    static final Uri LIMITED = CALLS.buildUpon().appendQueryParameter("limit", "10").build();
    static final Uri LOOKUP = Uri.withAppendedPath(ContactsContract.Contacts.CONTENT_URI, "lookup");
    static final Uri OWN = Uri.parse("content://org.example.told/" + "rows");
    private static Uri events;

    private Places() {}

    static Uri events() {
        if (events == null) events = CalendarContract.Events.CONTENT_URI;
        return events;
    }

    static Query of(int kind) {
        switch (kind) {
            case 1:
                return new Query(CALLS, "number", "date");
            case 2:
                return new Query(OWN, "name");
            default:
                return null;
        }
    }

    enum Kind {
        CALLS(CallLog.Calls.CONTENT_URI),
        ROWS(OWN);

        final Uri place;

        Kind(Uri place) {
            this.place = place;
        }
    }

    static class Query {
        final Uri place;
        final String[] columns;

        Query(Uri place, String... columns) {
            this.place = place;
            this.columns = columns;
        }

        void ask(ContentResolver resolver) {
            resolver.query(place, columns, null, null, null);
        }
    }
}
