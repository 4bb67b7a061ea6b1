package org.example.unpacked;

import android.content.DialogInterface;
import androidx.fragment.app.DialogFragment;
import org.example.reach.Phone;

public class Question extends DialogFragment {
    @Override
    public void onResume() {
        super.onResume();
        reachedInQuestion();
    }

    @Override
    public void onCancel(DialogInterface dialog) {
        super.onCancel(dialog);
        reachedOnCancel();
    }

    private void reachedInQuestion() { Phone.it.getDeviceId(); }
    private void reachedOnCancel() { Phone.it.getDeviceId(); }
}
