package org.example.consent;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import org.example.reach.Phone;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        reachedEarlyAheadOnCreate();
        Shared.onCreate();
        new Tasks().startAll(this);
        if (Consent.given(this)) {
            enter();
        } else {
            ask();
        }
        findViewById(1).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                reachedLateAheadByClick();
                Shared.onClick();
            }
        });
    }

    @Override
    protected void onResume() {
        super.onResume();
        reachedEarlyOnResume();
    }

    @Override
    protected void onDestroy() {
        super.onDestroy();
        reachedLateOnDestroy();
    }

    private void ask() {
        new AlertDialog.Builder(this)
                .setMessage("policy")
                .setPositiveButton("agree", new DialogInterface.OnClickListener() {
                    @Override
                    public void onClick(DialogInterface dialog, int which) {
                        Consent.give(Main.this);
                        reachedLateByAnswer();
                        enter();
                    }
                })
                .show();
    }

    private void enter() {
        reachedLateAfterAnswer();
        startActivity(new Intent(this, Second.class));
    }

    private void reachedEarlyAheadOnCreate() {
        Phone.it.getDeviceId();
    }

    private void reachedEarlyOnResume() {
        Phone.it.getDeviceId();
    }

    private void reachedLateOnDestroy() {
        Phone.it.getDeviceId();
    }

    private void reachedLateAheadByClick() {
        Phone.it.getDeviceId();
    }

    private void reachedLateByAnswer() {
        Phone.it.getDeviceId();
    }

    private void reachedLateAfterAnswer() {
        Phone.it.getDeviceId();
    }
}
