package org.example.architecture;

import android.content.Context;

abstract class Presenter {
    final void attach(Context context) {
        onAttached(context);
    }

    final void refresh() {
        onRefreshed();
    }

    abstract void onAttached(Context context);

    abstract void onRefreshed();
}
