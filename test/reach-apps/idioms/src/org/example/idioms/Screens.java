package org.example.idioms;

import android.app.Activity;
import android.app.AlertDialog;
import android.app.DatePickerDialog;
import android.app.Dialog;
import android.app.DialogFragment;
import android.app.Fragment;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.DialogInterface;
import android.content.Intent;
import android.content.IntentFilter;
import android.content.SharedPreferences;
import android.database.ContentObserver;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;
import android.os.Bundle;
import android.os.Handler;
import android.text.Editable;
import android.text.TextWatcher;
import android.view.ActionMode;
import android.view.GestureDetector;
import android.view.LayoutInflater;
import android.view.Menu;
import android.view.MenuItem;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import android.view.ViewTreeObserver;
import android.widget.ArrayAdapter;
import android.widget.BaseAdapter;
import android.widget.EditText;
import android.widget.ListView;
import android.widget.PopupMenu;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Screens, fragments, dialogs and listeners in natural use. */
final class Screens {
    public static class HostReached extends Activity implements Owner {
        /** Fragments know their screen by an interface only. */
        @Override public void attached() { Phone.it.getDeviceId(); }
        @Override protected void onCreate(Bundle state) { super.onCreate(state); Phone.it.getDeviceId(); }
    }

    public static class AddedReached extends Fragment {
        @Override public View onCreateView(LayoutInflater inflater, ViewGroup parent, Bundle state) { Phone.it.getDeviceId(); return null; }
        @Override public void onAttach(Context context) { super.onAttach(context); ((Owner) context).attached(); }
    }

    public static class MadeByClassReached extends Fragment {
        @Override public void onResume() { super.onResume(); Phone.it.getDeviceId(); }
    }

    public static class NamedUnreached extends Fragment {
        @Override public void onResume() { super.onResume(); Phone.it.getDeviceId(); }
    }

    public static class NeverAddedUnreached extends Fragment {
        @Override public void onResume() { super.onResume(); Phone.it.getDeviceId(); }
    }

    public static class AskingReached extends DialogFragment {
        @Override public Dialog onCreateDialog(Bundle state) {
            Phone.it.getDeviceId();
            return new AlertDialog.Builder(getActivity()).setPositiveButton("ok", new ClickedReached()).create();
        }
    }

    static final class ClickedReached implements DialogInterface.OnClickListener {
        @Override public void onClick(DialogInterface dialog, int which) { Phone.it.getDeviceId(); }
    }

    interface Owner {
        void attached();
    }

    static final class RegisteredReached extends BroadcastReceiver {
        @Override public void onReceive(Context context, Intent intent) {
            final PendingResult result = goAsync();
            new Thread() {
                @Override public void run() { reachedAfterBroadcast(); result.finish(); }
                void reachedAfterBroadcast() { Phone.it.getDeviceId(); }
            }.start();
        }
    }

    static final class UnregisteredUnreached extends BroadcastReceiver {
        @Override public void onReceive(Context context, Intent intent) { Phone.it.getDeviceId(); }
    }

    static final class OrderedReached extends BroadcastReceiver {
        @Override public void onReceive(Context context, Intent intent) { Phone.it.getDeviceId(); }
    }

    static final class ObserverReached extends ContentObserver {
        ObserverReached() { super(new Handler()); }
        @Override public void onChange(boolean self) { Phone.it.getDeviceId(); }
    }

    static final class MovedReached implements LocationListener {
        @Override public void onLocationChanged(Location location) { Phone.it.getDeviceId(); }
        @Override public void onStatusChanged(String provider, int status, Bundle extras) {}
        @Override public void onProviderEnabled(String provider) {}
        @Override public void onProviderDisabled(String provider) {}
    }

    static final class MovedUnreached implements LocationListener {
        @Override public void onLocationChanged(Location location) { Phone.it.getDeviceId(); }
        @Override public void onStatusChanged(String provider, int status, Bundle extras) {}
        @Override public void onProviderEnabled(String provider) {}
        @Override public void onProviderDisabled(String provider) {}
    }

    static final class SensedReached implements SensorEventListener {
        @Override public void onSensorChanged(SensorEvent event) { Phone.it.getDeviceId(); }
        @Override public void onAccuracyChanged(Sensor sensor, int accuracy) {}
    }

    static final class PreferenceReached implements SharedPreferences.OnSharedPreferenceChangeListener {
        @Override public void onSharedPreferenceChanged(SharedPreferences preferences, String key) { Phone.it.getDeviceId(); }
    }

    static final class TypedReached implements TextWatcher {
        @Override public void beforeTextChanged(CharSequence text, int start, int count, int after) {}
        @Override public void onTextChanged(CharSequence text, int start, int before, int count) {}
        @Override public void afterTextChanged(Editable text) { Phone.it.getDeviceId(); }
    }

    static final class RowsReached extends BaseAdapter {
        @Override public int getCount() { return 0; }
        @Override public Object getItem(int position) { return null; }
        @Override public long getItemId(int position) { return 0; }
        @Override public View getView(int position, View old, ViewGroup parent) { Phone.it.getDeviceId(); return old; }
    }

    static final class RowsUnreached extends BaseAdapter {
        @Override public int getCount() { return 0; }
        @Override public Object getItem(int position) { return null; }
        @Override public long getItemId(int position) { return 0; }
        @Override public View getView(int position, View old, ViewGroup parent) { Phone.it.getDeviceId(); return old; }
    }

    static final class GestureReached extends GestureDetector.SimpleOnGestureListener {
        @Override public boolean onDoubleTap(MotionEvent event) { Phone.it.getDeviceId(); return true; }
    }

    static final class MenuReached implements PopupMenu.OnMenuItemClickListener {
        @Override public boolean onMenuItemClick(MenuItem item) { Phone.it.getDeviceId(); return true; }
    }

    static final class ActionReached implements ActionMode.Callback {
        @Override public boolean onCreateActionMode(ActionMode mode, Menu menu) { Phone.it.getDeviceId(); return true; }
        @Override public boolean onPrepareActionMode(ActionMode mode, Menu menu) { return false; }
        @Override public boolean onActionItemClicked(ActionMode mode, MenuItem item) { return false; }
        @Override public void onDestroyActionMode(ActionMode mode) {}
    }

    static final class LaidOutReached implements ViewTreeObserver.OnGlobalLayoutListener {
        @Override public void onGlobalLayout() { Phone.it.getDeviceId(); }
    }

    static final class OwnViewReached extends View {
        OwnViewReached(Context context) { super(context); }
        @Override protected void onAttachedToWindow() { super.onAttachedToWindow(); Phone.it.getDeviceId(); }
    }

    static final class DateReached implements DatePickerDialog.OnDateSetListener {
        @Override public void onDateSet(android.widget.DatePicker view, int year, int month, int day) { Phone.it.getDeviceId(); }
    }

    static final class LifecycleReached implements android.app.Application.ActivityLifecycleCallbacks {
        @Override public void onActivityCreated(Activity activity, Bundle state) { Phone.it.getDeviceId(); }
        @Override public void onActivityStarted(Activity activity) {}
        @Override public void onActivityResumed(Activity activity) {}
        @Override public void onActivityPaused(Activity activity) {}
        @Override public void onActivityStopped(Activity activity) {}
        @Override public void onActivitySaveInstanceState(Activity activity, Bundle state) {}
        @Override public void onActivityDestroyed(Activity activity) {}
    }

    /** Listeners of the build that hand on to one of the platform's kind. */
    static final class ClickHub implements View.OnClickListener {
        private View.OnClickListener delegate;
        void setDelegate(View.OnClickListener delegate) { this.delegate = delegate; }
        @Override public void onClick(View view) { if (delegate != null) delegate.onClick(view); }
    }

    static final class DelegateReached implements View.OnClickListener {
        @Override public void onClick(View view) { Phone.it.getDeviceId(); }
    }

    static void drive(Activity host) {
        host.getFragmentManager().beginTransaction().add(1, new AddedReached()).commit();
        Kept.last = NamedUnreached.class.getName();
        Fragment byName = Fragment.instantiate(host, MadeByClassReached.class.getName());
        host.getFragmentManager().beginTransaction().replace(1, byName).commit();
        new AskingReached().show(host.getFragmentManager(), "x");
        host.registerReceiver(new RegisteredReached(), new IntentFilter("x"));
        Kept.last = new UnregisteredUnreached();
        host.sendOrderedBroadcast(new Intent("x"), null, new OrderedReached(), null, 0, null, null);
        host.getContentResolver().registerContentObserver(null, true, new ObserverReached());
        LocationManager locations = (LocationManager) host.getSystemService("location");
        locations.requestLocationUpdates("gps", 1, 1, new MovedReached());
        locations.removeUpdates(new MovedUnreached());
        SensorManager sensors = (SensorManager) host.getSystemService("sensor");
        sensors.registerListener(new SensedReached(), null, 1);
        host.getPreferences(0).registerOnSharedPreferenceChangeListener(new PreferenceReached());
        EditText text = new EditText(host);
        text.addTextChangedListener(new TypedReached());
        ListView list = new ListView(host);
        list.setAdapter(new RowsReached());
        Kept.last = new RowsUnreached();
        Kept.last = new GestureDetector(host, new GestureReached());
        new PopupMenu(host, text).setOnMenuItemClickListener(new MenuReached());
        host.startActionMode(new ActionReached());
        text.getViewTreeObserver().addOnGlobalLayoutListener(new LaidOutReached());
        host.setContentView(new OwnViewReached(host));
        new DatePickerDialog(host, new DateReached(), 1, 1, 1).show();
        host.getApplication().registerActivityLifecycleCallbacks(new LifecycleReached());
        ClickHub hub = new ClickHub();
        hub.setDelegate(new DelegateReached());
        text.setOnClickListener(hub);
    }
}
