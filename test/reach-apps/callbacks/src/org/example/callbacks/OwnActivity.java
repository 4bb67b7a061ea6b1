package org.example.callbacks;

import android.app.Activity;
import android.content.DialogInterface;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;
import org.example.reach.Phone;

/** An activity that is its own listener, and anonymous listeners that reach into it. */
public class OwnActivity extends Activity implements View.OnClickListener, DialogInterface.OnClickListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(this);
        button.setOnLongClickListener(new View.OnLongClickListener() {
            @Override
            public boolean onLongClick(View view) {
                reachedFromAnonymous();
                return false;
            }
        });
        View.OnLongClickListener kept = new View.OnLongClickListener() {
            @Override
            public boolean onLongClick(View view) {
                unreachedFromAnonymous();
                return false;
            }
        };
        button.setTag(kept.hashCode());
        setContentView(button);
    }

    @Override
    public void onClick(View view) {
        if (view.getId() == 1) {
            reachedByClick();
        }
    }

    /** The activity is never given to a dialog. */
    @Override
    public void onClick(DialogInterface dialog, int which) {
        unreachedByDialog();
    }

    private void reachedByClick() {
        Phone.it.getDeviceId();
    }

    private void unreachedByDialog() {
        Phone.it.getDeviceId();
    }

    private void reachedFromAnonymous() {
        Phone.it.getDeviceId();
    }

    private void unreachedFromAnonymous() {
        Phone.it.getDeviceId();
    }
}
