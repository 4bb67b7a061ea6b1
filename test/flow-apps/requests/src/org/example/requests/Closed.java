package org.example.requests;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.Bundle;

/** A provider that only the app itself may ask. */
public class Closed extends ContentProvider {
    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public Cursor query(Uri uri, String[] projection, String selection, String[] args, String order) {
        return keptQuery();
    }

    private Cursor keptQuery() {
        MatrixCursor cursor = new MatrixCursor(new String[] {"id"});
        cursor.addRow(new Object[] {Main.phone.getDeviceId()});
        return cursor;
    }

    @Override
    public String getType(Uri uri) {
        return keptType();
    }

    private String keptType() {
        return "type/" + Main.phone.getDeviceId();
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        return null;
    }

    @Override
    public int delete(Uri uri, String selection, String[] args) {
        return 0;
    }

    @Override
    public int update(Uri uri, ContentValues values, String selection, String[] args) {
        return 0;
    }

    @Override
    public Bundle call(String method, String arg, Bundle extras) {
        return keptCall();
    }

    private Bundle keptCall() {
        Bundle bundle = new Bundle();
        bundle.putString("id", Main.phone.getDeviceId());
        return bundle;
    }
}
