package io.sentry.android.core;

import android.app.ActivityManager;
import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class SentryInitProvider extends ContentProvider {
  private long totalMemory;

  @Override
  public boolean onCreate() {
    ActivityManager.MemoryInfo memory = new ActivityManager.MemoryInfo();
    ActivityManager activities =
        (ActivityManager) getContext().getSystemService(Context.ACTIVITY_SERVICE);
    activities.getMemoryInfo(memory);
    totalMemory = memory.totalMem;
    return true;
  }

  @Override
  public Cursor query(
      Uri uri, String[] projection, String selection, String[] selectionArgs, String sortOrder) {
    return null;
  }

  @Override
  public String getType(Uri uri) {
    return Long.toString(totalMemory);
  }

  @Override
  public Uri insert(Uri uri, ContentValues values) {
    return null;
  }

  @Override
  public int delete(Uri uri, String selection, String[] selectionArgs) {
    return 0;
  }

  @Override
  public int update(Uri uri, ContentValues values, String selection, String[] selectionArgs) {
    return 0;
  }
}
