package org.example.callbacks;

import android.app.Activity;
import android.app.AlarmManager;
import android.media.AudioManager;
import android.media.MediaPlayer;
import android.nfc.NfcAdapter;
import android.nfc.Tag;
import android.view.View;
import android.view.ViewGroup;
import android.view.ViewTreeObserver;
import android.view.animation.AlphaAnimation;
import android.view.animation.Animation;
import android.widget.BaseAdapter;
import android.widget.ListView;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Views {
    static void drive(Activity host) {
        ((AlarmManager) host.getSystemService("alarm")).set(1, 1, "tag", new AlarmReached(), null);
        Kept.last = new AlarmUnreached();

        new MediaPlayer().setOnCompletionListener(new PlayerReached());
        Kept.last = new PlayerUnreached();

        ((AudioManager) host.getSystemService("audio")).requestAudioFocus(new FocusReached(), 1, 1);
        Kept.last = new FocusUnreached();

        host.findViewById(1).getViewTreeObserver().addOnGlobalLayoutListener(new LayoutReached());
        Kept.last = new LayoutUnreached();

        new AlphaAnimation(0, 1).setAnimationListener(new AnimatedReached());
        Kept.last = new AnimatedUnreached();

        NfcAdapter.getDefaultAdapter(host).enableReaderMode(host, new ReaderReached(), 1, null);
        Kept.last = new ReaderUnreached();

        new ListView(host).setAdapter(new AdapterReached());
        Kept.last = new AdapterUnreached();
    }

    static class AlarmReached implements AlarmManager.OnAlarmListener {
        @Override
        public void onAlarm() {
            Phone.it.getDeviceId();
        }
    }

    static class AlarmUnreached implements AlarmManager.OnAlarmListener {
        @Override
        public void onAlarm() {
            Phone.it.getDeviceId();
        }
    }

    static class PlayerReached implements MediaPlayer.OnCompletionListener {
        @Override
        public void onCompletion(MediaPlayer player) {
            Phone.it.getDeviceId();
        }
    }

    static class PlayerUnreached implements MediaPlayer.OnCompletionListener {
        @Override
        public void onCompletion(MediaPlayer player) {
            Phone.it.getDeviceId();
        }
    }

    static class FocusReached implements AudioManager.OnAudioFocusChangeListener {
        @Override
        public void onAudioFocusChange(int change) {
            Phone.it.getDeviceId();
        }
    }

    static class FocusUnreached implements AudioManager.OnAudioFocusChangeListener {
        @Override
        public void onAudioFocusChange(int change) {
            Phone.it.getDeviceId();
        }
    }

    static class LayoutReached implements ViewTreeObserver.OnGlobalLayoutListener {
        @Override
        public void onGlobalLayout() {
            Phone.it.getDeviceId();
        }
    }

    static class LayoutUnreached implements ViewTreeObserver.OnGlobalLayoutListener {
        @Override
        public void onGlobalLayout() {
            Phone.it.getDeviceId();
        }
    }

    static class AnimatedReached implements Animation.AnimationListener {
        @Override
        public void onAnimationEnd(Animation animation) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onAnimationStart(Animation animation) {}

        @Override
        public void onAnimationRepeat(Animation animation) {}
    }

    static class AnimatedUnreached implements Animation.AnimationListener {
        @Override
        public void onAnimationEnd(Animation animation) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onAnimationStart(Animation animation) {}

        @Override
        public void onAnimationRepeat(Animation animation) {}
    }

    static class ReaderReached implements NfcAdapter.ReaderCallback {
        @Override
        public void onTagDiscovered(Tag tag) {
            Phone.it.getDeviceId();
        }
    }

    static class ReaderUnreached implements NfcAdapter.ReaderCallback {
        @Override
        public void onTagDiscovered(Tag tag) {
            Phone.it.getDeviceId();
        }
    }

    static class AdapterReached extends BaseAdapter {
        @Override
        public View getView(int position, View view, ViewGroup parent) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public int getCount() {
            return 0;
        }

        @Override
        public Object getItem(int position) {
            return null;
        }

        @Override
        public long getItemId(int position) {
            return 0;
        }
    }

    static class AdapterUnreached extends BaseAdapter {
        @Override
        public View getView(int position, View view, ViewGroup parent) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public int getCount() {
            return 0;
        }

        @Override
        public Object getItem(int position) {
            return null;
        }

        @Override
        public long getItemId(int position) {
            return 0;
        }
    }
}
