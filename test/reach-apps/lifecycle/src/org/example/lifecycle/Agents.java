package org.example.lifecycle;

import android.app.Instrumentation;
import android.app.backup.BackupAgent;
import android.app.backup.BackupDataInput;
import android.app.backup.BackupDataOutput;
import android.os.Bundle;
import android.os.ParcelFileDescriptor;
import org.example.reach.Phone;

public final class Agents {
    private Agents() {}

    public static class BackupReached extends BackupAgent {
        @Override
        public void onBackup(ParcelFileDescriptor before, BackupDataOutput data, ParcelFileDescriptor after) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onRestore(BackupDataInput data, int version, ParcelFileDescriptor after) {
            Phone.it.getDeviceId();
        }
    }

    public static class BackupUnreached extends BackupAgent {
        @Override
        public void onBackup(ParcelFileDescriptor before, BackupDataOutput data, ParcelFileDescriptor after) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onRestore(BackupDataInput data, int version, ParcelFileDescriptor after) {
            Phone.it.getDeviceId();
        }
    }

    public static class TestsReached extends Instrumentation {
        @Override
        public void onCreate(Bundle arguments) {
            Phone.it.getDeviceId();
        }
    }

    public static class TestsUnreached extends Instrumentation {
        @Override
        public void onCreate(Bundle arguments) {
            Phone.it.getDeviceId();
        }
    }
}
