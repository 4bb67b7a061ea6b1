package org.example.carriers;

import android.content.Context;
import android.util.Log;
import android.view.View;

/** What views are given to keep. */
class Tags {
    static class Row {
        String id;
    }

    private static class Cell {
        String name;
    }

    static final int KEY = 7;
    static final int OTHER = 8;
    final View view;

    Tags(Context context) {
        view = new View(context);
        view.setOnClickListener(new View.OnClickListener() {
            @Override public void onClick(View clicked) {
                Object tag = clicked.getTag();
                if (tag instanceof String) Log.d("tag", (String) tag);
                if (tag instanceof Row) Log.d("row", ((Row) tag).id);
                Log.d("key", "" + clicked.getTag(KEY));
            }
        });
    }

    void sentTag() { view.setTag(Main.phone.getDeviceId()); }

    void keptTag() { view.setTag(Main.phone.getDeviceId() == null); }

    void sentTagByKey() { view.setTag(KEY, Main.phone.getDeviceId()); }

    void keptTagByKey() { view.setTag(OTHER, Main.phone.getDeviceId()); }

    void sentHolder() {
        Row row = new Row();
        row.id = Main.phone.getDeviceId();
        view.setTag(row);
    }

    void keptElsewhere() {
        Cell cell = new Cell();
        cell.name = Main.phone.getDeviceId();
        view.setTag(cell);
    }
}
