package org.example.lifecycle;

import android.app.Activity;
import android.app.AlertDialog;
import android.app.Dialog;
import android.app.DialogFragment;
import android.app.Fragment;
import android.os.Bundle;
import android.preference.Preference;
import android.preference.PreferenceFragment;
import android.preference.PreferenceScreen;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import org.example.reach.Kept;
import org.example.reach.Phone;

public class Fragments extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getFragmentManager().beginTransaction().add(1, new AddedReached()).commit();
        getFragmentManager().beginTransaction().replace(1, AddedUnreached.instance()).commit();
        new AskingReached().show(getFragmentManager(), "ask");
        Kept.last = AskingUnreached.class;
        getFragmentManager().beginTransaction().add(1, new SettingsReached()).commit();
    }

    public static class AddedReached extends Fragment {
        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }

        @Override
        public View onCreateView(LayoutInflater inflater, ViewGroup container, Bundle state) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public void onDetach() {
            super.onDetach();
            Phone.it.getDeviceId();
        }
    }

    /** Its factory makes another fragment. */
    public static class AddedUnreached extends Fragment {
        static Fragment instance() {
            return new Fragment();
        }

        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }

        @Override
        public View onCreateView(LayoutInflater inflater, ViewGroup container, Bundle state) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    public static class InLayoutReached extends Fragment {
        @Override
        public void onResume() {
            super.onResume();
            Phone.it.getDeviceId();
        }
    }

    public static class InLayoutUnreached extends Fragment {
        @Override
        public void onResume() {
            super.onResume();
            Phone.it.getDeviceId();
        }
    }

    public static class AskingReached extends DialogFragment {
        @Override
        public Dialog onCreateDialog(Bundle state) {
            Phone.it.getDeviceId();
            return new AlertDialog.Builder(getActivity()).create();
        }
    }

    public static class AskingUnreached extends DialogFragment {
        @Override
        public Dialog onCreateDialog(Bundle state) {
            Phone.it.getDeviceId();
            return new AlertDialog.Builder(getActivity()).create();
        }
    }

    public static class SettingsReached extends PreferenceFragment {
        @Override
        public boolean onPreferenceTreeClick(PreferenceScreen screen, Preference preference) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    public static class SettingsUnreached extends PreferenceFragment {
        @Override
        public boolean onPreferenceTreeClick(PreferenceScreen screen, Preference preference) {
            Phone.it.getDeviceId();
            return false;
        }
    }
}
