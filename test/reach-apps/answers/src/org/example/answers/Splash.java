package org.example.answers;

import android.app.AlertDialog;
import android.content.DialogInterface;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.view.View;
import android.widget.Button;
import org.example.reach.Phone;

public class Splash extends MemoryGate implements View.OnClickListener {
    static boolean asked;
    private final Memory memory = new Memory();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Statistics.init(this);
        Choices.make(this);
        Texts.check(this);
        memory.start(this);
        if (Settings.of(this).isAgreed()) {
            open();
            return;
        }
        ask();
        new Handler().postDelayed(new Runnable() {
            @Override
            public void run() {
                reachedEarlyAfterDelay();
            }
        }, 500);
    }

    private void ask() {
        new AlertDialog.Builder(this)
            .setPositiveButton("agree", new DialogInterface.OnClickListener() {
                @Override
                public void onClick(DialogInterface dialog, int which) {
                    Settings.of(Splash.this).agree();
                    memory.agree();
                    reachedLateWhenAgreed();
                    open();
                }
            })
            .setNegativeButton("no", new DialogInterface.OnClickListener() {
                @Override
                public void onClick(DialogInterface dialog, int which) {
                    finish();
                }
            })
            .show();
        Button button = new Button(this);
        button.setOnClickListener(this);
    }

    @Override
    protected boolean isAllowed() {
        return Settings.of(this).isAgreed();
    }

    @Override
    public void onClick(View view) {
        reachedLateOnClick();
    }

    private void open() {
        reachedLateOnOpening();
        startActivity(new Intent(this, Home.class));
    }

    @Override
    protected void onResume() {
        super.onResume();
        reachedEarlyOnResume();
    }

    private void reachedEarlyAfterDelay() { Phone.it.getDeviceId(); }
    private void reachedEarlyOnResume() { Phone.it.getDeviceId(); }
    private void reachedLateWhenAgreed() { Phone.it.getDeviceId(); }
    private void reachedLateOnClick() { Phone.it.getDeviceId(); }
    private void reachedLateOnOpening() { Phone.it.getDeviceId(); }
}
