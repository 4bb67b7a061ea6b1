package org.example.requests;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.Bundle;

/** A provider that every app may ask. */
public class Open extends ContentProvider {
    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public Cursor query(Uri uri, String[] projection, String selection, String[] args, String order) {
        return sentQuery();
    }

    private Cursor sentQuery() {
        MatrixCursor cursor = new MatrixCursor(new String[] {"id"});
        cursor.addRow(new Object[] {Main.phone.getDeviceId()});
        return cursor;
    }

    @Override
    public String getType(Uri uri) {
        return sentType();
    }

    private String sentType() {
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
        return sentCall();
    }

    private Bundle sentCall() {
        Bundle bundle = new Bundle();
        bundle.putString("id", Main.phone.getDeviceId());
        return bundle;
    }
}
