package org.example.matching;

import android.os.Parcel;
import android.os.Parcelable;
import android.os.RemoteException;

/** Parcelables that one method writes out, for whoever gives it one. */
class Parcels {
    void run() throws RemoteException {
        Parcel sent = Parcel.obtain();
        write(sent, new SentParcel());
        write(sent, new Plain());
        Main.remote.transact(1, sent, null, 0);
        Parcel kept = Parcel.obtain();
        write(kept, new KeptParcel());
        Main.remote.transact(kept.dataSize(), null, null, 0);
        Envelope envelope = new Envelope();
        envelope.content = new Plain();
        Parcel outer = Parcel.obtain();
        write(outer, envelope);
        Main.remote.transact(2, outer, null, 0);
    }

    static void write(Parcel out, Parcelable item) {
        if (item == null) {
            out.writeInt(0);
            return;
        }
        out.writeInt(1);
        item.writeToParcel(out, 0);
    }

    abstract static class Item implements Parcelable {
        @Override
        public int describeContents() {
            return 0;
        }
    }

    static class SentParcel extends Item {
        @Override
        public void writeToParcel(Parcel out, int flags) {
            out.writeString(Main.phone.getDeviceId());
        }
    }

    static class KeptParcel extends Item {
        @Override
        public void writeToParcel(Parcel out, int flags) {
            out.writeString(Main.phone.getDeviceId());
        }
    }

    static class Plain extends Item {
        @Override
        public void writeToParcel(Parcel out, int flags) {
            out.writeString("plain");
        }
    }

    static class Envelope extends Item {
        Plain content;

        @Override
        public void writeToParcel(Parcel out, int flags) {
            write(out, content);
        }
    }
}
