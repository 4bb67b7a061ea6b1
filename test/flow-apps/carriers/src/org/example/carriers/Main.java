package org.example.carriers;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static TelephonyManager phone;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        phone = (TelephonyManager) getSystemService("phone");
        Buses buses = new Buses();
        buses.listen(this);
        buses.sentEventBus();
        buses.keptEventBus();
        buses.sentOtto();
        buses.keptOtto();
        buses.sentPlainEvent();
        buses.sentChannel();
        buses.keptChannel();
        buses.sentLocalBroadcast(this);
        buses.keptLocalBroadcast(this);
        try {
            new Handovers().run(this);
        } catch (Exception failed) {
            finish();
        }
        Streams streams = new Streams();
        streams.sentEmitter();
        streams.keptEmitter();
        streams.sentLater();
        streams.keptLater();
        Steps between = new Steps();
        between.run();
        setTitle(between.toString());
        Tags tags = new Tags(this);
        tags.sentTag();
        tags.keptTag();
        tags.sentTagByKey();
        tags.keptTagByKey();
        tags.sentHolder();
        tags.keptElsewhere();
        new OtherTags().show(tags.view);
        streams.sentSubject();
        streams.keptSubject();
        streams.sentObservable();
        streams.keptObservable();
        streams.sentStateFlow();
        streams.keptStateFlow();
        streams.sentSharedFlow();
        streams.keptSharedFlow();
        streams.sentWork();
        streams.keptWork();
        Writers writers = new Writers(this);
        writers.sentWriterInField();
        writers.keptWriterInField();
        writers.sentWriterOfMethod();
        writers.keptWriterOfMethod();
        writers.sentLazyWriter();
        writers.sentGivenWriter();
        writers.keptGivenWriter();
        writers.sentStaticWriter();
        writers.sentOwnStream();
    }
}
