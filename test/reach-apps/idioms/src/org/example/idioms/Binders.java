package org.example.idioms;

import android.app.Activity;
import android.app.Service;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.Binder;
import android.os.Handler;
import android.os.IBinder;
import android.os.IInterface;
import android.os.Message;
import android.os.Messenger;
import android.os.Parcel;
import android.os.RemoteException;
import org.example.reach.Phone;

/** Services bound by a messenger, by a binder of the build, and by what an AIDL compiler writes. */
final class Binders {
    public static class MessengerService extends Service {
        static final class IncomingReachedBehind extends Handler {
            @Override public void handleMessage(Message message) { Phone.it.getDeviceId(); }
        }

        private final Messenger messenger = new Messenger(new IncomingReachedBehind());

        @Override public IBinder onBind(Intent intent) { return messenger.getBinder(); }
    }

    interface Counting extends IInterface {
        int count() throws RemoteException;

        abstract class Stub extends Binder implements Counting {
            Stub() { attachInterface(this, "x"); }

            static Counting asInterface(IBinder binder) {
                IInterface local = binder.queryLocalInterface("x");
                return local instanceof Counting ? (Counting) local : new Remote(binder);
            }

            @Override public IBinder asBinder() { return this; }

            @Override
            public boolean onTransact(int code, Parcel data, Parcel reply, int flags) throws RemoteException {
                if (code == 1) {
                    reply.writeInt(count());
                    return true;
                }
                return super.onTransact(code, data, reply, flags);
            }

            static final class Remote implements Counting {
                private final IBinder binder;
                Remote(IBinder binder) { this.binder = binder; }
                @Override public IBinder asBinder() { return binder; }
                @Override public int count() { return 0; }
            }
        }
    }

    public static class CountingService extends Service {
        final class CountReached extends Counting.Stub {
            @Override public int count() { return Phone.it.getDeviceId().length(); }
        }

        final class CountUnreached extends Counting.Stub {
            @Override public int count() { return Phone.it.getDeviceId().length(); }
        }

        @Override public IBinder onBind(Intent intent) { return new CountReached(); }
    }

    static final class ConnectedReached implements ServiceConnection {
        @Override public void onServiceConnected(ComponentName name, IBinder binder) { Phone.it.getDeviceId(); }
        @Override public void onServiceDisconnected(ComponentName name) {}
    }

    static final class DiedReached implements IBinder.DeathRecipient {
        @Override public void binderDied() { Phone.it.getDeviceId(); }
    }

    static void drive(Activity host) {
        host.bindService(new Intent(host, CountingService.class), new ConnectedReached(), 1);
        try {
            new Binder().linkToDeath(new DiedReached(), 0);
        } catch (IllegalStateException caught) {
            host.finish();
        }
    }
}
