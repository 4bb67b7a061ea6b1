package org.example.architecture;

import android.app.Activity;
import android.os.Bundle;

/** The base of all screens. */
abstract class Screen<P extends Presenter> extends Activity {
    protected P presenter;

    protected abstract P createPresenter();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        presenter = createPresenter();
        presenter.attach(this);
    }
}
