package android.database;

public interface Cursor {
  boolean moveToNext();

  int getColumnIndex(String columnName);

  String getString(int columnIndex);

  void close();
}
