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
import java.util.ArrayList;
import java.util.List;
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
        Kept.last = new KeptUnreached();
        new ArguedUnreached().setArguments(state);
        pages.add(new PagedReached());
        hidden.add(new PagedUnreached());
        getFragmentManager().beginTransaction().add(1, pages.get(0)).commit();
        Kept.last = new NeverAskedUnreached();
    }

    private final List<Fragment> pages = new ArrayList<Fragment>();
    private final List<Fragment> hidden = new ArrayList<Fragment>();
    private final Fragment later = new LaterReached();

    @Override
    protected void onResume() {
        super.onResume();
        getFragmentManager().beginTransaction().replace(1, later).commit();
    }

    /** Made and kept, and never given to anyone. */
    public static class KeptUnreached extends Fragment {
        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }
    }

    public static class ArguedUnreached extends Fragment {
        @Override
        public void onResume() {
            super.onResume();
            Phone.it.getDeviceId();
        }
    }

    public static class PagedReached extends Fragment {
        @Override
        public void onStart() {
            super.onStart();
            Phone.it.getDeviceId();
        }
    }

    public static class PagedUnreached extends Fragment {
        @Override
        public void onStart() {
            super.onStart();
            Phone.it.getDeviceId();
        }
    }

    public static class LaterReached extends Fragment {
        @Override
        public void onPause() {
            super.onPause();
            Phone.it.getDeviceId();
        }
    }

    public static class NeverAskedUnreached extends DialogFragment {
        @Override
        public Dialog onCreateDialog(Bundle state) {
            Phone.it.getDeviceId();
            return new AlertDialog.Builder(getActivity()).create();
        }
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
