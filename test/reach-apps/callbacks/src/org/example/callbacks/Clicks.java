package org.example.callbacks;

import android.app.Activity;
import android.app.AlertDialog;
import android.app.DatePickerDialog;
import android.content.DialogInterface;
import android.text.Editable;
import android.text.TextWatcher;
import android.view.GestureDetector;
import android.view.KeyEvent;
import android.view.MenuItem;
import android.view.MotionEvent;
import android.view.View;
import android.widget.AdapterView;
import android.widget.Button;
import android.widget.CompoundButton;
import android.widget.DatePicker;
import android.widget.EditText;
import android.widget.ListView;
import android.widget.PopupMenu;
import android.widget.SeekBar;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Clicks {
    static void drive(Activity host) {
        Button button = (Button) host.findViewById(1);
        button.setOnClickListener(new ClickReached());
        View.OnClickListener listener = new ClickUnreached();
        Kept.last = listener;

        button.setOnLongClickListener(new LongClickReached());
        Kept.last = new LongClickUnreached();

        button.setOnTouchListener(new TouchReached());
        button.setOnTouchListener(null);
        Kept.last = new TouchUnreached();

        button.setOnKeyListener(new KeyReached());
        Kept.last = new KeyUnreached();

        new EditText(host).addTextChangedListener(new TextReached());
        new EditText(host).removeTextChangedListener(new TextUnreached());

        new AlertDialog.Builder(host).setTitle("title").setPositiveButton("yes", new PositiveReached()).show();
        new AlertDialog.Builder(host).setTitle("title").setPositiveButton("yes", null).show();
        Kept.last = new PositiveUnreached();

        AlertDialog dialog = new AlertDialog.Builder(host).create();
        dialog.setOnDismissListener(new DismissReached());
        Kept.last = new DismissUnreached();

        ((CompoundButton) host.findViewById(2)).setOnCheckedChangeListener(new CheckedReached());
        Kept.last = new CheckedUnreached();

        new ListView(host).setOnItemClickListener(new ItemClickReached());
        Kept.last = new ItemClickUnreached();

        new SeekBar(host).setOnSeekBarChangeListener(new SeekReached());
        Kept.last = new SeekUnreached();

        new GestureDetector(host, new GestureReached());
        Kept.last = new GestureUnreached();

        new PopupMenu(host, button).setOnMenuItemClickListener(new MenuReached());
        Kept.last = new MenuUnreached();

        new DatePickerDialog(host, new DateReached(), 2024, 1, 1).show();
        Kept.last = new DateUnreached();
    }

    static class ClickReached implements View.OnClickListener {
        @Override
        public void onClick(View view) {
            Phone.it.getDeviceId();
        }
    }

    static class ClickUnreached implements View.OnClickListener {
        @Override
        public void onClick(View view) {
            Phone.it.getDeviceId();
        }
    }

    static class LongClickReached implements View.OnLongClickListener {
        @Override
        public boolean onLongClick(View view) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class LongClickUnreached implements View.OnLongClickListener {
        @Override
        public boolean onLongClick(View view) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class TouchReached implements View.OnTouchListener {
        @Override
        public boolean onTouch(View view, MotionEvent event) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class TouchUnreached implements View.OnTouchListener {
        @Override
        public boolean onTouch(View view, MotionEvent event) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class KeyReached implements View.OnKeyListener {
        @Override
        public boolean onKey(View view, int code, KeyEvent event) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class KeyUnreached implements View.OnKeyListener {
        @Override
        public boolean onKey(View view, int code, KeyEvent event) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class TextReached implements TextWatcher {
        @Override
        public void afterTextChanged(Editable text) {
            Phone.it.getDeviceId();
        }

        @Override
        public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

        @Override
        public void onTextChanged(CharSequence text, int start, int before, int count) {}
    }

    static class TextUnreached implements TextWatcher {
        @Override
        public void afterTextChanged(Editable text) {
            Phone.it.getDeviceId();
        }

        @Override
        public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

        @Override
        public void onTextChanged(CharSequence text, int start, int before, int count) {}
    }

    static class PositiveReached implements DialogInterface.OnClickListener {
        @Override
        public void onClick(DialogInterface dialog, int which) {
            Phone.it.getDeviceId();
        }
    }

    static class PositiveUnreached implements DialogInterface.OnClickListener {
        @Override
        public void onClick(DialogInterface dialog, int which) {
            Phone.it.getDeviceId();
        }
    }

    static class DismissReached implements DialogInterface.OnDismissListener {
        @Override
        public void onDismiss(DialogInterface dialog) {
            Phone.it.getDeviceId();
        }
    }

    static class DismissUnreached implements DialogInterface.OnDismissListener {
        @Override
        public void onDismiss(DialogInterface dialog) {
            Phone.it.getDeviceId();
        }
    }

    static class CheckedReached implements CompoundButton.OnCheckedChangeListener {
        @Override
        public void onCheckedChanged(CompoundButton button, boolean checked) {
            Phone.it.getDeviceId();
        }
    }

    static class CheckedUnreached implements CompoundButton.OnCheckedChangeListener {
        @Override
        public void onCheckedChanged(CompoundButton button, boolean checked) {
            Phone.it.getDeviceId();
        }
    }

    static class ItemClickReached implements AdapterView.OnItemClickListener {
        @Override
        public void onItemClick(AdapterView<?> parent, View view, int position, long id) {
            Phone.it.getDeviceId();
        }
    }

    static class ItemClickUnreached implements AdapterView.OnItemClickListener {
        @Override
        public void onItemClick(AdapterView<?> parent, View view, int position, long id) {
            Phone.it.getDeviceId();
        }
    }

    static class SeekReached implements SeekBar.OnSeekBarChangeListener {
        @Override
        public void onStopTrackingTouch(SeekBar bar) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onStartTrackingTouch(SeekBar bar) {}

        @Override
        public void onProgressChanged(SeekBar bar, int progress, boolean byUser) {}
    }

    static class SeekUnreached implements SeekBar.OnSeekBarChangeListener {
        @Override
        public void onStopTrackingTouch(SeekBar bar) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onStartTrackingTouch(SeekBar bar) {}

        @Override
        public void onProgressChanged(SeekBar bar, int progress, boolean byUser) {}
    }

    static class GestureReached extends GestureDetector.SimpleOnGestureListener {
        @Override
        public boolean onFling(MotionEvent first, MotionEvent second, float x, float y) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class GestureUnreached extends GestureDetector.SimpleOnGestureListener {
        @Override
        public boolean onFling(MotionEvent first, MotionEvent second, float x, float y) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class MenuReached implements PopupMenu.OnMenuItemClickListener {
        @Override
        public boolean onMenuItemClick(MenuItem item) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class MenuUnreached implements PopupMenu.OnMenuItemClickListener {
        @Override
        public boolean onMenuItemClick(MenuItem item) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class DateReached implements DatePickerDialog.OnDateSetListener {
        @Override
        public void onDateSet(DatePicker picker, int year, int month, int day) {
            Phone.it.getDeviceId();
        }
    }

    static class DateUnreached implements DatePickerDialog.OnDateSetListener {
        @Override
        public void onDateSet(DatePicker picker, int year, int month, int day) {
            Phone.it.getDeviceId();
        }
    }
}
