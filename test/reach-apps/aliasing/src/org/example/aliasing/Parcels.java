package org.example.aliasing;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Parcel;
import android.os.Parcelable;
import java.io.Serializable;
import java.util.ArrayList;
import org.example.reach.Phone;

/** What bundles and intents carry, of which all have one type in common. */
public class Parcels extends Activity {
    interface Order extends Serializable {
        void go();
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle local = new Bundle();
        local.putSerializable("first", new FirstReached());
        local.putSerializable("second", new SecondUnreached());
        ((Order) local.getSerializable("first")).go();
        new LooseUnreached().toString();
        Order sent = new SentReached();
        startActivity(new Intent(this, Target.class).putExtra("order", sent).putExtra("n", 1));
        Bundle extras = new Bundle();
        ArrayList<Parcelable> tickets = new ArrayList<Parcelable>();
        tickets.add(new ListedReached());
        extras.putParcelableArrayList("tickets", tickets);
        startActivity(new Intent(this, Target.class).putExtras(extras));
        Spare.make();
    }

    public static class Target extends Activity {
        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            ((Order) getIntent().getSerializableExtra("order")).go();
            for (Parcelable each : getIntent().getParcelableArrayListExtra("tickets")) ((Pass) each).use();
            Pass given = getIntent().getParcelableExtra("given");
            given.use();
            if (state != null) ((Kept) state.getParcelable("kept")).look();
        }

        @Override
        protected void onSaveInstanceState(Bundle out) {
            super.onSaveInstanceState(out);
            out.putParcelable("kept", new KeptReached());
        }
    }

    static class FirstReached implements Order {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static class SecondUnreached implements Order {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static class LooseUnreached implements Order {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static class SentReached implements Order {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Pass implements Parcelable {
        abstract void use();

        @Override
        public int describeContents() {
            return 0;
        }

        @Override
        public void writeToParcel(Parcel out, int flags) {}
    }

    static class ListedReached extends Pass {
        @Override
        void use() {
            Phone.it.getDeviceId();
        }
    }

    /** Made somewhere, and put in by nothing that is known: another app sends it. */
    static class GivenReached extends Pass {
        @Override
        void use() {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Kept implements Parcelable {
        abstract void look();

        @Override
        public int describeContents() {
            return 0;
        }

        @Override
        public void writeToParcel(Parcel out, int flags) {}
    }

    static class KeptReached extends Kept {
        @Override
        void look() {
            Phone.it.getDeviceId();
        }
    }

    /** Only made, and given to nobody. */
    static class Spare implements Runnable {
        static void make() {
            new Spare();
            new GivenReached().describeContents();
        }

        @Override
        public void run() {
            unreachedBySpare();
        }

        private void unreachedBySpare() {
            Phone.it.getDeviceId();
        }
    }
}
